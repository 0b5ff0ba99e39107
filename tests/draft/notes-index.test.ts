import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type DraftNote, notesBeside } from "../../src/draft/notes-index.ts";
import type { Embedder } from "../../src/inference/embedder.ts";
import { openRealIndex } from "../real-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { testEmbedder } from "../test-embedder.ts";

const NOTE: DraftNote = { name: "quay.txt", text: "Ilse Marn: The quay will be dry by noon." };

/** SQLite opens no file whose path has more bytes. */
const MAX_DATABASE_PATH = 510;

describe("the folder of a draft's notes", () => {
  let folder: string;
  let index: Awaited<ReturnType<typeof openRealIndex>>;
  beforeEach(async () => {
    index = await openRealIndex([]);
    folder = temporaryFolder();
    vi.stubEnv("TMPDIR", folder);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await index.close();
  });

  const openWith = async (change: Partial<Embedder> = {}) => {
    const real = await testEmbedder();
    const { model, dimensions, maxTokens, isAway } = real;
    const embedder: Embedder = {
      ...{ model, dimensions, maxTokens, isAway },
      embed: (texts) => real.embed(texts),
      embedQuery: (query) => real.embedQuery(query),
      countTokens: (texts) => real.countTokens(texts),
      close: async () => {},
      ...change,
    };
    return notesBeside({ store: index.store, embedder, tagger: null })([NOTE]);
  };

  it("is there as long as they are open", async () => {
    const { close } = await openWith();
    expect(readdirSync(folder)).toHaveLength(1);
    await close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is not left behind where the index can't be opened", async () => {
    const tooDeep = join(folder, ...Array.from({ length: 3 }, () => "d".repeat(MAX_DATABASE_PATH / 3)));
    mkdirSync(tooDeep, { recursive: true });
    vi.stubEnv("TMPDIR", tooDeep);
    await expect(openWith()).rejects.toThrow("The index cannot be kept in");
    expect(readdirSync(tooDeep)).toEqual([]);
  });

  it("is not left behind where the notes can't be indexed, and what went wrong is told", async () => {
    const embed = async () => Promise.reject(new Error("The model fell asleep."));
    await expect(openWith({ embed })).rejects.toThrow("The model fell asleep.");
    expect(readdirSync(folder)).toEqual([]);
  });
});
