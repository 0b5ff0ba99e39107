import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judgeQuotes, type MeasuredDraft, mistakes, scoresOf } from "../../../scripts/evaluate/drafts/draft-report.ts";
import { LAYOUTS } from "../../../scripts/evaluate/drafts/layouts.ts";
import { type LabelledDraft, makeDrafts } from "../../../scripts/evaluate/drafts/make-drafts.ts";
import { toMaterial } from "../../../scripts/evaluate/verification/claim-material.ts";
import { createDraftChecker } from "../../../src/draft/draft-checker.ts";
import { openSamplesSearch, type SamplesSearch } from "../../samples-index.ts";
import { annotatedIn } from "./annotated-in.ts";

const SIZES = { perKind: 12, perDraft: 24, seed: 3 };
const WANTED = { precision: 0.97, recall: 0.97, rightVerdict: 0.93, exactPlace: 0.97 };

describe("drafts made of the samples", () => {
  let samples: SamplesSearch;
  let made: readonly LabelledDraft[];
  let measured: readonly MeasuredDraft[];
  beforeAll(async () => {
    samples = await openSamplesSearch();
    const articles = await annotatedIn(samples.store);
    made = makeDrafts(toMaterial(articles, []), SIZES);
    const drafts = createDraftChecker(samples);
    const checked: MeasuredDraft[] = [];
    for (const draft of made)
      checked.push({ draft, check: await drafts.checkText(draft.text, { filter: {} }), milliseconds: 0 });
    measured = checked;
  });
  afterAll(() => samples?.close());

  it("are of every layout, and hold each quote where they say", () => {
    const quotes = made.flatMap((draft) => draft.quotes.map((quote) => ({ ...quote, text: draft.text })));
    expect(new Set(quotes.map(({ layout }) => layout))).toEqual(new Set(Object.keys(LAYOUTS)));
    const letters = (words: string) => words.match(/[\p{L}\p{N}]+/gu)?.join(" ");
    for (const { text, spans, words } of quotes) {
      expect(letters(spans.map(({ start, end }) => text.slice(start, end)).join(" "))).toBe(letters(words));
    }
  });

  it("come back with what needs a look, the right verdicts, and each quote in its place", () => {
    const { quotes, ...scores } = scoresOf(measured);
    expect(quotes).toBeGreaterThan(100);
    for (const [name, least] of Object.entries(WANTED)) {
      expect(scores[name as keyof typeof WANTED], `${name}\n${mistakes(measured, 2)}`).toBeGreaterThanOrEqual(least);
    }
  });

  it("are read to the last quote", () => {
    const unseen = measured.flatMap(judgeQuotes).filter(({ found }) => found === null);
    expect(unseen.map(({ made: { words } }) => words)).toEqual([]);
  });
});
