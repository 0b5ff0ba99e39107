import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

describe("two processes with the same models", () => {
  const texts = Array.from({ length: 12 }, (_, i) => `The harbour fee rises by ${i} per cent.`);
  let models: Models;
  let own: readonly number[];
  beforeAll(async () => {
    const others = modelProcesses();
    const location = (name: string) => locateModel(name, MODELS_DIRECTORY);
    models = await forkModels(location(TEST_MODEL), location(TEST_TAGGER), 2);
    own = modelProcesses().filter((pid) => !others.includes(pid));
  });
  afterAll(() => models.embedder.close());

  it("are two, and know the model as one does", () => {
    expect(own).toHaveLength(2);
    expect([models.embedder.dimensions, models.embedder.maxTokens]).toEqual([384, 256]);
  });

  it("answer each with what one alone answers", async () => {
    const together = await Promise.all(texts.map((text) => models.embedder.embed([text])));
    expect(together.flat()).toEqual(await (await testEmbedder()).embed(texts));
  });

  it("go on when one dies, whoever was asked", async () => {
    const waiting = Promise.all(texts.map((text) => models.embedder.embed([text])));
    process.kill(own[0] ?? 0, "SIGKILL");
    expect((await waiting).flat()).toHaveLength(texts.length);
    await expect.poll(() => models.state().restarts).toBe(1);
    expect(models.embedder.isAway).toBe(false);
  });

  it("leave nothing behind when they are closed", async () => {
    const pair = await forkModels(locateModel(TEST_MODEL, MODELS_DIRECTORY), null, 2);
    const before = modelProcesses();
    await pair.embedder.close();
    expect(before.length - modelProcesses().length).toBe(2);
  });
});
