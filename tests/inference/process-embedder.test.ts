import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Embedder } from "../../src/inference/embedder.ts";
import { locateModel } from "../../src/inference/model-location.ts";
import { forkEmbedder } from "../../src/inference/process-embedder.ts";
import { MODELS_DIRECTORY, TEST_MODEL } from "../test-model.ts";

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** The ids of this process's children that run the model, those of other files too. */
const allModelProcesses = () =>
  execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...args]) => Number(parent) === process.pid && args.join(" ").includes("model-process"))
    .map(([pid]) => Number(pid));

describe("the embedder in a process of its own", () => {
  let embedder: Embedder;
  let others: readonly number[];
  const modelProcesses = () => allModelProcesses().filter((pid) => !others.includes(pid));
  beforeAll(async () => {
    others = allModelProcesses();
    embedder = await forkEmbedder(locateModel(TEST_MODEL, MODELS_DIRECTORY));
  });
  afterAll(() => embedder.close());

  it("tells its model, dimensions and limit", () => {
    expect(embedder.model).toBe("Xenova/all-MiniLM-L6-v2");
    expect(embedder.dimensions).toBe(384);
    expect(embedder.maxTokens).toBe(256);
  });

  it("gives unit vectors in the order of the texts, nearer in meaning means nearer in angle", async () => {
    const [ferry, boat, tax] = await embedder.embed([
      "The ferry leaves at noon.",
      "The boat departs at twelve.",
      "Parliament raised the income tax.",
    ]);
    if (!ferry || !boat || !tax) throw new Error("a vector is missing");
    expect(cosine(ferry, ferry)).toBeCloseTo(1, 5);
    expect(cosine(ferry, boat)).toBeGreaterThan(cosine(ferry, tax) + 0.3);
  });

  it("counts word pieces with the two special ones", async () => {
    expect(await embedder.countTokens(["", "harbour", "the harbour fee"])).toEqual([2, 3, 5]);
  });

  it("answers nothing for nothing", async () => {
    expect(await embedder.embed([])).toEqual([]);
    expect(await embedder.countTokens([])).toEqual([]);
  });

  it("embeds a query like any text, and answers it before a long batch is done", async () => {
    const finished: string[] = [];
    const batch = embedder.embed(Array.from({ length: 60 }, (_, i) => `Sentence number ${i} of a long batch.`));
    const query = embedder.embedQuery("harbour fee");
    await Promise.all([batch.then(() => finished.push("batch")), query.then(() => finished.push("query"))]);
    expect(finished).toEqual(["query", "batch"]);
    expect([...(await query)]).toEqual([...((await embedder.embed(["harbour fee"]))[0] ?? [])]);
  });

  it("starts the process again when it dies, and loses no request", async () => {
    const waiting = embedder.embed(Array.from({ length: 40 }, (_, i) => `Text ${i} that waits through a crash.`));
    for (const pid of modelProcesses()) process.kill(pid, "SIGKILL");
    expect(await waiting).toHaveLength(40);
    expect(await embedder.embedQuery("asked after the crash")).toHaveLength(384);
  });

  it("says that it is away from when its process died until there is another", async () => {
    expect(embedder.isAway).toBe(false);
    for (const pid of modelProcesses()) process.kill(pid, "SIGKILL");
    await expect.poll(() => embedder.isAway).toBe(true);
    await embedder.countTokens(["back"]);
    expect(embedder.isAway).toBe(false);
  });

  it("ends a process that hangs, is away while it does, and asks again", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
    try {
      for (const pid of modelProcesses()) process.kill(pid, "SIGSTOP");
      const answer = embedder.embedQuery("asked of a process that hangs");
      expect(embedder.isAway).toBe(false);
      vi.advanceTimersByTime(2_000);
      expect(embedder.isAway).toBe(true);
      vi.advanceTimersByTime(8_000);
      expect(await answer).toHaveLength(384);
      expect(embedder.isAway).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it("starts another process at once when one dies idle, before anything is asked", async () => {
    const dead = modelProcesses();
    for (const pid of dead) process.kill(pid, "SIGKILL");
    await expect.poll(() => modelProcesses().filter((pid) => !dead.includes(pid))).toHaveLength(1);
    expect(await embedder.countTokens(["harbour"])).toEqual([3]);
  });
});

describe("an embedder that can't be had", () => {
  it("says which folders hold no model", () => {
    expect(() => locateModel("no-such-model", MODELS_DIRECTORY)).toThrow(/no model "no-such-model".*VERBATIM_MODEL/);
  });

  it("leaves no process behind when it is closed while one is being started", async () => {
    const before = allModelProcesses();
    const embedder = await forkEmbedder(locateModel(TEST_MODEL, MODELS_DIRECTORY));
    const own = () => allModelProcesses().filter((pid) => !before.includes(pid));
    const [first] = own();
    process.kill(first ?? 0, "SIGKILL");
    await expect.poll(() => own().filter((pid) => pid !== first)).toHaveLength(1);
    await embedder.close();
    expect(own()).toEqual([]);
  });

  it("refuses requests once closed", async () => {
    const embedder = await forkEmbedder(locateModel(TEST_MODEL, MODELS_DIRECTORY));
    await embedder.close();
    await expect(embedder.embed(["late"])).rejects.toThrow(/closed/);
  });
});
