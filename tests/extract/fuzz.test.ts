import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { expectSound } from "./expect-sound.ts";
import { articleOf } from "./extract-text.ts";
import { randomTags } from "./random-tags.ts";

/** The budget: mutants a run of the test reads, of a few thousand characters each; some ten seconds. */
const MUTANTS = 150;

const SAMPLES = join(import.meta.dirname, "../../samples");

/** Articles in every layout that Verbatim reads, as they are. */
const seeds = globSync("*.txt", { cwd: SAMPLES })
  .sort()
  .map((file) => readFileSync(join(SAMPLES, file), "utf8"));

/** What layouts turn on. */
const TWISTS = [
  ...["“", "”", '"', "''", "‘", "’", "«", "»", "„", "—", "–", "-", ":", "…", ".", ",", "[", "]", "(", ")"],
  ...["\n", "\n\n", " ", "\t", "\u00a0", "\u2028", "\u0301", "\ud83d\ude00", "\ud83d"],
  ...["said", "he", "according to", "THE CHAIR: ", "Q. ", "\n\n– ", "Mr. ", " that "],
];

/** A change of the text at a place from 0 (its beginning) to 1 (its end). */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.nat({ max: 400 }) }),
  put: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...TWISTS) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...TWISTS), fc.nat({ max: 50 })).map(([one, n]) => one.repeat(n)),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...seeds)
        .chain((seed) => fc.nat({ max: seed.length }).map((at) => seed.slice(at, at + 200))),
    },
  ),
});

const mutant = fc
  .tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 30 }))
  .map(([seed, edits]) =>
    edits.reduce((text, { at, cut, put }) => {
      const place = Math.floor(at * text.length);
      return text.slice(0, place) + put + text.slice(place + cut);
    }, seed),
  );

describe("an article with random changes", () => {
  it("by rules alone gives sound quotes, the same each time", () => {
    fc.assert(
      fc.property(mutant, (text) => {
        const article = articleOf(text);
        const extraction = extractArticle(article);
        expectSound(article, extraction);
        expect(extractArticle(article)).toEqual(extraction);
      }),
      { numRuns: MUTANTS },
    );
  });

  it("gives sound quotes whatever a tagger says of it", () => {
    const tagged = mutant
      .map((text) => articleOf(text))
      .chain((article) => fc.tuple(fc.constant(article), randomTags(article)));
    fc.assert(
      fc.property(tagged, ([article, tags]) => expectSound(article, extractArticle(article, tags))),
      { numRuns: MUTANTS },
    );
  });
});
