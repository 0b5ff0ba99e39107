import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Extraction, extractArticle } from "../../src/extract/extract-article.ts";
import type { Article } from "../../src/model/article.ts";
import type { Span } from "../../src/model/span.ts";
import { articleOf } from "./extract-text.ts";

/** Enough to meet each pair of pieces below many times; under ten seconds. */
const RUNS = 400;

/** What layouts are made of, so that chance builds broken ones. */
const PIECES = [
  ..."“”‘’\"'«»„‹›`´–—-:;,.!?…()[]{}",
  ...["''", "``", "--", "\n", "\n\n", "\r\n", "\u2028", "\u00a0", "\u200b", "\ud83d\ude00", "\ud800", "e\u0301"],
  ...["Mayor", "Ilse Tarn", "Jonas Tarn", "Mr.", "TARN", "THE CHAIR", "Q.", "A.", "Viktor Pavlovich", "NATO"],
  ...["said", "told", "according to", "called", "adding that", "was told by", "wants to", "that", "who", "the mayor"],
  ...["he", "she", "her", "they", "I", "the bridge", "is open", "didn’t", "of", "in", "and", "3.5", "[Applause]"],
];

const brokenLayout = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(" ", "", "\n\n")), { maxLength: 120 })
  .map((pieces) => pieces.flat().join(""));
const anyText = fc.oneof(brokenLayout, fc.string({ unit: "binary", maxLength: 300 }));

const isWithin = ({ text }: Article, { start, end }: Span): boolean =>
  Number.isInteger(start) && 0 <= start && start < end && end <= text.length;

const areInOrder = (spans: readonly Span[]): boolean =>
  spans.every(({ start }, i) => i === 0 || (spans[i - 1]?.end ?? 0) <= start);

function expectSound(article: Article, { quotes, entities }: Extraction): void {
  const entityIds = new Set(entities.map(({ id }) => id));
  expect(entityIds.size).toBe(entities.length);
  expect(new Set(quotes.map(({ id }) => id)).size).toBe(quotes.length);
  for (const quote of quotes) {
    expect(quote.spans.length).toBeGreaterThan(0);
    expect(quote.spans.every((span) => isWithin(article, span))).toBe(true);
    expect(areInOrder(quote.spans)).toBe(true);
    for (const { start, end } of quote.spans) expect(article.text.slice(start, end).trim()).not.toBe("");
    for (const span of [quote.cue, quote.speakerMention]) expect(span === null || isWithin(article, span)).toBe(true);
    if (quote.speakerId !== null) expect(entityIds).toContain(quote.speakerId);
    expect(quote.confidence).toBeGreaterThan(0);
    expect(quote.confidence).toBeLessThanOrEqual(1);
  }
  for (const { name, mentions } of entities) {
    expect(name.trim()).not.toBe("");
    expect(mentions.every((mention) => isWithin(article, mention))).toBe(true);
    expect(mentions.every(({ start }, i) => i === 0 || (mentions[i - 1]?.start ?? 0) <= start)).toBe(true);
  }
}

describe("any text, as ingest lays it out", () => {
  it("spans are within it and in order, speakers are among the entities, ids are unique", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const article = articleOf(text);
        expectSound(article, extractArticle(article));
      }),
      { numRuns: RUNS },
    );
  });
});

/** UTF-16 units: a step that is quadratic or spreads an array over a call's arguments does not finish, or throws. */
const HOSTILE_LENGTH = 200_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(HOSTILE_LENGTH / piece.length));
const numbered = (line: (i: number) => string, gap: string): string =>
  Array.from({ length: HOSTILE_LENGTH / 20 }, (_, i) => line(i)).join(gap);

describe("hostile input", () => {
  it.each([
    ["straight marks", fill('"')],
    ["opening marks", fill("“")],
    ["single marks", fill("' ")],
    ["nested marks", fill("“‘") + fill("’”")],
    ["brackets", `MR A: yes.\n\nMR A: ${fill("[a")}`],
    ["stage directions", `MR A: yes.\n\nMR B: ${fill("[a] b ")}\n\nMR A: no.`],
    ["round brackets", fill("(")],
    ["dashes", fill("—")],
    ["one word", fill("a")],
    ["initialism without end", fill("a.")],
    ["capitals", fill("Alpha Beta ")],
    ["cues", fill("said Xavier, ")],
    ["bracketed commas before cues", fill("(a), (a), (a), (a), (a), (a), he said, ")],
    ["pronouns", `John Miller met Mary Jones. ${fill("he saw her. ")}`],
    ["namesakes", numbered((i) => `N${i.toString(36)} Miller met Mr. Miller.`, " ")],
    ["short paragraphs with labels", numbered((i) => `MR A${i % 97}: yes.`, "\n\n")],
    ["one speech of many paragraphs", `He said:\n\n${numbered(() => "– I do.", "\n\n")}`],
    ["marks opened again without end", numbered(() => "“I do.", "\n\n")],
    ["a source that quotes many names", `“Yes,” said the „${fill("Anna Miller ")}“ mayor.`],
    ["lone surrogates", fill("\ud800")],
  ])("%s come through", (_name, text) => {
    const article = articleOf(text);
    const { quotes } = extractArticle(article);
    expect(quotes.every(({ spans }) => spans.every((span) => isWithin(article, span)))).toBe(true);
  });
});
