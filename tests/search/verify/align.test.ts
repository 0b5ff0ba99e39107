import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align, type Step } from "../../../src/search/verify/align.ts";
import type { ClaimWord } from "../../../src/search/verify/claim.ts";
import { weightOf } from "../../../src/search/verify/word-weight.ts";
import type { Word } from "../../../src/search/verify/words.ts";

const toWord = (form: string): Word => ({ form, start: 0, end: 0 });
const plain = (text: string) => text.split(" ").map(toWord);
/** `…` before a word says that some were left out. */
const claimed = (text: string): readonly ClaimWord[] =>
  text.split(" ").map((word) => ({
    ...toWord(word.replace(/^…|[[\]]/g, "")),
    isEditorial: word.startsWith("["),
    hasGapBefore: word.startsWith("…"),
  }));

const shown = (claim: readonly Word[], source: readonly Word[], steps: readonly Step[]): string =>
  steps
    .map(({ claim: i, source: j }) => {
      const [ours, theirs] = [i === null ? "-" : claim[i]?.form, j === null ? "-" : source[j]?.form];
      return ours === theirs ? ours : `${ours}/${theirs}`;
    })
    .join(" ");

function alignment(claim: string, source: string): string {
  const [ours, theirs] = [claimed(claim), plain(source)];
  return shown(ours, theirs, align(ours, theirs));
}

describe("laying a claim along its source", () => {
  it.each([
    ["oppose this fee", "they said we oppose this fee in may", "oppose this fee"],
    ["ten crowns daily", "pay nine crowns daily then", "ten/nine crowns daily"],
    ["boats will vanish", "boats will slowly surely vanish", "boats will -/slowly -/surely vanish"],
    ["boats really will vanish", "boats will vanish", "boats really/- will vanish"],
    ["farmers said boats vanish", "boats vanish", "farmers/- said/- boats vanish"],
    ["boats …vanish", "boats old and new vanish", "boats -/old -/and -/new vanish"],
    ["[captain] left harbour", "he left harbour", "captain/he left harbour"],
  ])("lays “%s” along “%s”", (claim, source, steps) => {
    expect(alignment(claim, source)).toBe(steps);
  });

  it("keeps what is left out together where words come twice", () => {
    expect(alignment("the boats sail today", "the boats the nets the crews sail today")).toBe(
      "the boats -/the -/nets -/the -/crews sail today",
    );
  });

  it("has no steps for no claim, and adds every word where there is no source", () => {
    expect(align([], plain("any words"))).toEqual([]);
    expect(align(claimed("two words"), [])).toEqual([
      { claim: 0, source: null },
      { claim: 1, source: null },
    ]);
  });

  const texts = fc.array(fc.constantFrom("a", "b", "boat", "crab"), { minLength: 1, maxLength: 5 });

  it("uses up the claim in order, and runs along the source without a jump", () => {
    fc.assert(
      fc.property(texts, texts, (ours, theirs) => {
        const steps = align(claimed(ours.join(" ")), theirs.map(toWord));
        const places = (side: "claim" | "source") => steps.map((step) => step[side]).filter((place) => place !== null);
        expect(places("claim")).toEqual(ours.map((_, i) => i));
        const source = places("source");
        expect(source).toEqual(source.map((_, i) => (source[0] ?? 0) + i));
      }),
    );
  });

  it("finds no worse a way than trying them all", () => {
    fc.assert(
      fc.property(texts, texts, (ours, theirs) => {
        const [claim, source] = [claimed(ours.join(" ")), theirs.map(toWord)];
        const best = Math.max(...everyWay(claim, source).map((steps) => worth(claim, source, steps)));
        expect(worth(claim, source, align(claim, source))).toBeCloseTo(best, 9);
      }),
      { numRuns: 60 },
    );
  });
});

/** All ways there are, as the naive oracle. */
function everyWay(claim: readonly Word[], source: readonly Word[]): readonly (readonly Step[])[] {
  const ways: Step[][] = [];
  const go = (i: number, j: number, steps: Step[]): void => {
    if (i === claim.length) return void ways.push(steps);
    go(i + 1, j, [...steps, { claim: i, source: null }]);
    if (j === source.length) return;
    go(i + 1, j + 1, [...steps, { claim: i, source: j }]);
    if (i > 0) go(i, j + 1, [...steps, { claim: null, source: j }]);
  };
  for (let j = 0; j <= source.length; j++) go(0, j, []);
  return ways;
}

/** The price list of align.ts for claims without ellipses and brackets, step by step. */
const worth = (claim: readonly Word[], source: readonly Word[], steps: readonly Step[]): number =>
  steps.reduce((sum, step, k) => sum + gain(claim, source, step, steps[k - 1]), 0);

function gain(
  claim: readonly Word[],
  source: readonly Word[],
  { claim: i, source: j }: Step,
  before: Step | undefined,
) {
  if (i === null) return before?.claim === null ? -0.1 : -1;
  if (j === null) return before?.source === null ? -0.3 : -0.8;
  const form = claim[i]?.form ?? "";
  return form === source[j]?.form ? weightOf(form) : -0.5;
}
