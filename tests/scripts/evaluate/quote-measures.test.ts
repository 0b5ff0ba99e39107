import { describe, expect, it } from "vitest";
import type { AttributedQuote } from "../../../scripts/evaluate/quotes/annotated-article.ts";
import { exactSpanScore, trimEdges } from "../../../scripts/evaluate/quotes/exact-spans.ts";
import type { FoundQuote } from "../../../scripts/evaluate/quotes/found-quote.ts";
import { judgeQuotes } from "../../../scripts/evaluate/quotes/judge-quotes.ts";
import { matchQuotes } from "../../../scripts/evaluate/quotes/match-quotes.ts";
import { quoteMistakes } from "../../../scripts/evaluate/quotes/quote-mistakes.ts";
import { scoreQuotes } from "../../../scripts/evaluate/quotes/quote-scores.ts";
import { sourceForm } from "../../../scripts/evaluate/quotes/source-form.ts";
import { isSameSpeaker } from "../../../scripts/evaluate/quotes/speaker-name.ts";
import { wordOverlap, wordSet } from "../../../scripts/evaluate/quotes/word-set.ts";

const TEXT =
  "“The bridge is open,” said Mayor Ilse Tarn, “and it stays open.” The mayor wants to widen it, but not now. " +
  "Critics complained that it costs too much. Nobody counted the boats.";

const spansOf = (...words: readonly string[]) =>
  words.map((part) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length }));

const quote = (kind: string, content: readonly string[], cue: string, source: string): AttributedQuote => ({
  kind,
  content: spansOf(...content),
  cue: cue === "" ? [] : spansOf(cue),
  source: source === "" ? [] : spansOf(source),
  speaker: null,
});
const found = (...parts: Parameters<typeof quote>): FoundQuote => ({ ...quote(...parts), confidence: 0.9 });

const GOLD = [
  quote("direct", ["“The bridge is open,”", "“and it stays open.”"], "said", "Mayor Ilse Tarn"),
  quote("indirect", ["to widen it"], "wants", "The mayor"),
  quote("indirect", ["that it costs too much"], "complained", "Critics"),
];
const FOUND = [
  found("direct", ["The bridge is open", "and it stays open"], "said", "Ilse Tarn"),
  found("indirect", ["to widen it, but"], "wants", ""),
  found("indirect", ["the boats"], "counted", "Nobody"),
];
const article = (quotes: readonly AttributedQuote[]) => ({ id: "a", text: TEXT, quotes });

describe("the overlap of two contents", () => {
  const overlap = (a: readonly string[], b: readonly string[]) =>
    wordOverlap(wordSet(TEXT, spansOf(...a)), wordSet(TEXT, spansOf(...b)));

  it("is the share of common words; marks and commas do not count", () => {
    expect(overlap(["“The bridge is open,”"], ["The bridge is open"])).toBe(1);
    expect(overlap(["The bridge is open"], ["bridge is"])).toBe(0.5);
    expect(overlap(["The bridge"], ["is open"])).toBe(0);
  });

  it("is none where one has no words", () => {
    expect(wordOverlap(wordSet(TEXT, []), wordSet(TEXT, []))).toBe(0);
  });
});

describe("matching", () => {
  const words = (...offsets: readonly number[]) => new Set(offsets);

  it("is one to one, and gives the best overlap away first", () => {
    const pairs = matchQuotes([words(1, 2, 3), words(1, 2)], [words(1, 2), words(1, 2, 3)]);
    expect(pairs).toEqual([
      { gold: 0, found: 1, overlap: 1 },
      { gold: 1, found: 0, overlap: 1 },
    ]);
  });

  it("leaves a found quote to the better of two annotated ones, even where the other one is left with none", () => {
    expect(matchQuotes([words(1, 2, 3, 4), words(1, 2, 3)], [words(1, 2, 3)])).toEqual([
      { gold: 1, found: 0, overlap: 1 },
    ]);
  });

  it("takes half of the words and no less", () => {
    expect(matchQuotes([words(1, 2)], [words(2)])).toHaveLength(1);
    expect(matchQuotes([words(1, 2, 3)], [words(3)])).toHaveLength(0);
  });
});

describe("the scores of quotes", () => {
  const scores = scoreQuotes([judgeQuotes(article(GOLD), FOUND)]);

  it("count what is found by the kind that was annotated, and the right source among it", () => {
    expect(scores.kinds.direct).toEqual({ count: 1, recallAtHalf: 1, recall: 1, sourceRight: 1, both: 1 });
    // "to widen it" against "to widen it, but": three of four words.
    expect(scores.kinds.indirect).toEqual({ count: 2, recallAtHalf: 0.5, recall: 0, sourceRight: 0, both: 0 });
    expect(scores.kinds.transcript?.count).toBe(0);
  });

  it("count precision over all that was found, and by the kind it was found as", () => {
    expect(scores.quotes.found).toMatchObject({ precision: 1 / 3, recall: 1 / 3, count: 3 });
    expect(scores.quotes.foundAtHalf.f1).toBeCloseTo(2 / 3);
    expect(scores.foundAs.direct).toEqual({ count: 1, precision: 1, both: 1 });
    expect(scores.foundAs.indirect).toEqual({ count: 2, precision: 0, both: 0 });
  });

  it("hold no source against no source for right", () => {
    const unsaid = [quote("indirect", ["to widen it"], "wants", "")];
    expect(scoreQuotes([judgeQuotes(article(unsaid), FOUND)]).kinds.indirect?.sourceRight).toBe(0);
    const alike = [found("indirect", ["to widen it"], "wants", "")];
    expect(scoreQuotes([judgeQuotes(article(unsaid), alike)]).kinds.indirect?.sourceRight).toBe(1);
  });

  it("count canonical speakers only where the annotation names one", () => {
    expect(scores.speakers).toBeNull();
    const named = GOLD.map((one) => ({ ...one, speaker: "Ilse Tarn" }));
    const right = FOUND.map((one) => ({ ...one, speaker: "Mayor Ilse Tarn" }));
    expect(scoreQuotes([judgeQuotes(article(named), right)]).speakers).toEqual({ right: 0, count: 1 });
  });

  it("are nothing of nothing", () => {
    expect(scoreQuotes([]).kinds.all).toEqual({ count: 0, recallAtHalf: 0, recall: 0, sourceRight: 0, both: 0 });
  });
});

describe("exact spans", () => {
  it("are trimmed of marks, spaces, commas and stops at their ends only", () => {
    const [span = { start: 0, end: 0 }] = spansOf(" “and it stays open.” ");
    const { start, end } = trimEdges(TEXT, span);
    expect(TEXT.slice(start, end)).toBe("and it stays open");
    expect(trimEdges("“” ,", { start: 0, end: 4 })).toMatchObject({ start: 4, end: 4 });
  });

  it("are right to the letter, and one that two quotes share counts once", () => {
    const judged = judgeQuotes(article([...GOLD, quote("indirect", ["not now"], "said", "The mayor")]), FOUND);
    // Annotated: said, wants, complained. Found: said, wants, counted.
    expect(exactSpanScore("cue", [judged])).toMatchObject({ precision: 2 / 3, recall: 2 / 3, count: 3 });
    expect(exactSpanScore("source", [judged])).toMatchObject({ precision: 0, recall: 0, count: 3 });
    expect(exactSpanScore("content", [judged])).toMatchObject({ precision: 2 / 4, recall: 2 / 5 });
  });
});

describe("a canonical speaker", () => {
  it.each([
    ["Ilse Tarn", "The Hon. Ilse Tarn", "", true],
    ["ILSE TÁRN", "Ilse Tarn", "", true],
    ["Tarn", "Ilse Tarn", "Ilse Tarn rose.", false],
    ["Ms. Tarn", "Ilse Tarn", "Tarn rose.", true],
    ["Jonas Tarn", "Ilse Tarn", "Ilse Tarn rose.", false],
    [null, "Ilse Tarn", "", false],
  ])("%s for %s in “%s”: %s", (given, annotated, text, same) => {
    expect(isSameSpeaker(given, annotated, text)).toBe(same);
  });
});

it("the form of a source tells names, pronouns, descriptions and none apart", () => {
  const form = (source: string) => sourceForm(TEXT, { source: spansOf(source) });
  expect(form("Mayor Ilse Tarn")).toBe("capitalized");
  expect(form("The mayor")).toBe("description");
  expect(form("it")).toBe("pronoun");
  expect(sourceForm(TEXT, { source: [] })).toBe("none");
});

describe("the mistakes", () => {
  const mistakes = quoteMistakes(judgeQuotes(article(GOLD), FOUND));

  it("tell by what each could have been got right", () => {
    expect(mistakes.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      "missed: indirect complain",
      "spurious: indirect counted",
      "cut wrongly: indirect ends late, at: , but",
      "wrong source: indirect description -> none",
    ]);
  });

  it("show a place where it happened, with its article", () => {
    expect(mistakes.map(({ where }) => where)).toEqual([
      "“that it costs too much” (a)",
      "“the boats” (a)",
      " mayor wants to widen it[annotated], but[found] not now. Critics compla (a)",
      "none for “The mayor” (a)",
    ]);
  });

  const cutsOf = (annotated: readonly string[], given: readonly string[]) =>
    quoteMistakes(
      judgeQuotes(article([quote("direct", annotated, "said", "")]), [found("direct", given, "said", "")]),
    ).map(({ kind, words }) => `${kind}: ${words}`);

  it.each([
    [["The bridge is open"], ["bridge is open"], "cut wrongly: direct starts late, at: bridge"],
    [["wants to widen it"], ["mayor wants to widen it"], "cut slightly wrong: direct starts early, at: mayor"],
    [["that it costs too much"], ["that it costs too"], "cut slightly wrong: direct ends early, at: much"],
    [["counted the boats"], ["Nobody counted the boats"], "cut wrongly: direct starts early, at: (capital)"],
    [
      ["The bridge is open", "stays open"],
      ["The bridge is", "and it stays open"],
      "cut wrongly: direct cut elsewhere within",
    ],
    [["The bridge is open,”"], ["“The bridge is open"], undefined],
  ])("%j found as %j: %s", (annotated, given, mistake) => {
    expect(cutsOf(annotated, given)).toEqual(mistake === undefined ? [] : [mistake]);
  });

  it("take two quotes with few words in common for one cut wrongly, not for one missed and one spurious", () => {
    expect(cutsOf(["Nobody counted the boats"], ["boats"])).toEqual(["cut wrongly: direct starts late, at: boats"]);
  });
});
