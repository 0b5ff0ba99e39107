import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forkModels, type Models } from "../../src/inference/fork-models.ts";
import { locateModel } from "../../src/inference/model-location.ts";
import type { Tagger } from "../../src/inference/tagger.ts";
import type { Span } from "../../src/model/span.ts";
import { MODELS_DIRECTORY, TEST_MODEL, TEST_TAGGER } from "../test-model.ts";

const TEXT =
  "Mayor Ilse Tarn of Brackwater believes that the harbour wall will hold.\n" +
  "“It held in the storm,” she told the Harbour Gazette on Monday.";

describe("the tagger in the models' process", () => {
  let models: Models;
  let tagger: Tagger;
  beforeAll(async () => {
    models = await forkModels(locateModel(TEST_MODEL, MODELS_DIRECTORY), locateModel(TEST_TAGGER, MODELS_DIRECTORY), 1);
    if (models.tagger === null) throw new Error("no tagger was loaded");
    tagger = models.tagger;
  });
  afterAll(() => models.embedder.close());

  const lines = (text: string): Span[] =>
    Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index }) => ({ start: index, end: index + line.length }));

  it("tells who believes and says what, by which words", async () => {
    const { statements } = await tagger.tag(TEXT, lines(TEXT));
    const words = ({ start, end }: Span) => TEXT.slice(start, end);
    const parts = statements.map(({ contents, cue, source }) => [
      contents.map(words),
      words(cue),
      source && words(source),
    ]);
    expect(parts[0]).toEqual([["that the harbour wall will hold"], "believes", "Mayor Ilse Tarn of Brackwater"]);
    expect(parts[1]?.slice(1)).toEqual(["told", "she"]);
  });

  it("knows names of people, organizations and places", async () => {
    const { names } = await tagger.tag(TEXT, lines(TEXT));
    const found = names.map(({ kind, start, end }) => `${kind} ${TEXT.slice(start, end)}`);
    expect(found).toContain("PLACE Brackwater");
    expect(found.some((name) => /^PERSON .*Ilse Tarn$/.test(name))).toBe(true);
  });

  it("tells nothing of nothing", async () => {
    expect(await tagger.tag("", [])).toEqual({ statements: [], names: [] });
    expect(await tagger.tag(" \n ", [{ start: 0, end: 3 }])).toEqual({ statements: [], names: [] });
  });

  it("lets a query pass while it reads a long article", async () => {
    const long = Array(60).fill(TEXT).join("\n");
    const finished: string[] = [];
    const tags = tagger.tag(long, lines(long)).then(() => finished.push("article"));
    const query = models.embedder.embedQuery("harbour wall").then(() => finished.push("query"));
    await Promise.all([tags, query]);
    expect(finished).toEqual(["query", "article"]);
  });

  it("takes what is no language at all", async () => {
    const odd = `${"\u{1F600}".repeat(50)} ${"x".repeat(5_000)} ${"\u{1F468}\u200D".repeat(20)} \ud800 “`;
    const { statements } = await tagger.tag(odd, [{ start: 0, end: odd.length }]);
    for (const { contents } of statements) for (const { end } of contents) expect(end).toBeLessThanOrEqual(odd.length);
  });
});
