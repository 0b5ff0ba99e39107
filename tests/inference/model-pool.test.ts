import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { forkModels, type Models } from "../../src/inference/fork-models.ts";
import { locateModel } from "../../src/inference/model-location.ts";
import { testEmbedder } from "../test-embedder.ts";
import { MODELS_DIRECTORY, TEST_MODEL, TEST_TAGGER } from "../test-model.ts";

/** The ids of this process's children that run the models, those of other files too. */
const modelProcesses = () =>
  execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...args]) => Number(parent) === process.pid && args.join(" ").includes("model-process"))
    .map(([pid]) => Number(pid));

/** For a process to start on a busy machine. */
const WAITED_MS = 60_000;

const location = (name: string) => locateModel(name, MODELS_DIRECTORY);
const texts = Array.from({ length: 12 }, (_, i) => `The harbour fee rises by ${i} per cent.`);

/** One request for each text, all at once. */
const embedAll = async ({ embedder }: Models) =>
  (await Promise.all(texts.map((text) => embedder.embed([text])))).flat();

describe("processes with the same models", () => {
  it("are one where one thing is asked after the other, and one more where several are, up to the most", async () => {
    const others = modelProcesses();
    const own = () => modelProcesses().filter((pid) => !others.includes(pid));
    const models = await forkModels(location(TEST_MODEL), null, 2);
    for (const text of texts.slice(0, 3)) await models.embedder.embed([text]);
    expect(own()).toHaveLength(1);
    await embedAll(models);
    await vi.waitFor(() => expect(own()).toHaveLength(2), WAITED_MS);
    await embedAll(models);
    expect(own()).toHaveLength(2);
    await models.embedder.close();
    expect(own()).toEqual([]);
  });

  it("leave nothing behind when they are closed while one more is being started", async () => {
    const others = modelProcesses();
    const models = await forkModels(location(TEST_MODEL), null, 2);
    const asked = Promise.allSettled(texts.map((text) => models.embedder.embed([text])));
    await models.embedder.close();
    await asked;
    expect(modelProcesses().filter((pid) => !others.includes(pid))).toEqual([]);
  });
});

describe("two processes with the same models", () => {
  let models: Models;
  let own: readonly number[];
  beforeAll(async () => {
    const others = modelProcesses();
    models = await forkModels(location(TEST_MODEL), location(TEST_TAGGER), 2);
    await embedAll(models);
    own = await vi.waitFor(() => {
      const started = modelProcesses().filter((pid) => !others.includes(pid));
      expect(started).toHaveLength(2);
      return started;
    }, WAITED_MS);
  });
  afterAll(() => models.embedder.close());

  it("know the model as one does", () => {
    expect([models.embedder.dimensions, models.embedder.maxTokens]).toEqual([384, 256]);
  });

  it("answer each with what one alone answers", async () => {
    expect(await embedAll(models)).toEqual(await (await testEmbedder()).embed(texts));
  });

  it("go on when one dies, whoever was asked", async () => {
    const waiting = embedAll(models);
    process.kill(own[0] ?? 0, "SIGKILL");
    expect(await waiting).toHaveLength(texts.length);
    await expect.poll(() => models.state().restarts).toBe(1);
    expect(models.embedder.isAway).toBe(false);
  });
});
