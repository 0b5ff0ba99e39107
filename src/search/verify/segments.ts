import type { Step } from "./align.ts";
import type { Claim, ClaimWord } from "./claim.ts";
import type { Passage, SourceWord } from "./passage.ts";

/** From `from` to before `to`, counted in words. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** How a stretch of the claim lies beside a stretch of the source. */
export type DiffKind = "EQUAL" | "INSERT" | "DELETE" | "REPLACE";

export interface Segment {
  /** INSERT: only the claim has it. DELETE: only the source has it. */
  readonly kind: DiffKind;
  readonly claim: WordRange;
  readonly source: WordRange;
  /** Whether the claim itself says so, by an ellipsis or by square brackets. */
  readonly isMarked: boolean;
}

/** A claim laid beside the words that were compared with it. */
export interface Comparison {
  readonly claim: Claim;
  readonly passage: Passage;
  /** Those of the passage's words that were compared: the spoken ones, or all. */
  readonly words: readonly SourceWord[];
  /** In order; together they hold all words of the claim, and a run of the source's. */
  readonly segments: readonly Segment[];
}

type Sameness = "EQUAL" | "GAP" | "BRACKETED" | "CHANGED";

/** Puts steps together to stretches that are equal, marked as left out or put in, or changed. */
export function toSegments(claim: Claim, passage: Passage, words: readonly SourceWord[], steps: readonly Step[]) {
  const segments: Segment[] = [];
  let place = { claim: 0, source: steps.find(({ source }) => source !== null)?.source ?? 0 };
  let last: Sameness | null = null;
  for (const step of steps) {
    const sameness = samenessOf(step, claim.words, words, place.claim);
    const next = { claim: (step.claim ?? place.claim - 1) + 1, source: (step.source ?? place.source - 1) + 1 };
    const goesOn = sameness === last && !(step.source !== null && changesStretch(words, step.source));
    const from = goesOn ? segments.pop() : undefined;
    segments.push({
      kind: "EQUAL",
      claim: { from: from?.claim.from ?? place.claim, to: next.claim },
      source: { from: from?.source.from ?? place.source, to: next.source },
      isMarked: sameness === "GAP" || sameness === "BRACKETED",
    });
    last = sameness;
    place = next;
  }
  return segments.map((segment) => withKind(segment, claim, passage, words));
}

function samenessOf(
  step: Step,
  claim: readonly ClaimWord[],
  source: readonly SourceWord[],
  nextClaim: number,
): Sameness {
  if (step.claim === null) {
    return source[step.source ?? -1]?.isBracketed ? "BRACKETED" : omissionIn(claim, nextClaim);
  }
  const word = claim[step.claim] as ClaimWord;
  if (step.source !== null && source[step.source]?.form === word.form) return "EQUAL";
  return word.isEditorial ? "BRACKETED" : "CHANGED";
}

function omissionIn(claim: readonly ClaimWord[], next: number): Sameness {
  if (claim[next]?.hasGapBefore) return "GAP";
  return claim[next]?.isEditorial || claim[next - 1]?.isEditorial ? "BRACKETED" : "CHANGED";
}

/** Whether this word and the one before belong to different stretches, so that the article's words stand between. */
const changesStretch = (words: readonly SourceWord[], at: number): boolean =>
  words[at - 1]?.stretch !== words[at]?.stretch;

function withKind(segment: Segment, claim: Claim, passage: Passage, words: readonly SourceWord[]): Segment {
  const ours = claim.words.slice(segment.claim.from, segment.claim.to);
  const theirs = words.slice(segment.source.from, segment.source.to);
  if (joined(ours) === joined(theirs) && isEqualBesideHyphens(claim, passage, ours, theirs)) {
    return { ...segment, kind: "EQUAL", isMarked: false };
  }
  return { ...segment, kind: ours.length === 0 ? "DELETE" : theirs.length === 0 ? "INSERT" : "REPLACE" };
}

const joined = (words: readonly { readonly form: string }[]): string => words.map(({ form }) => form).join("");

const HYPHEN = /^[-\u2010\u2011]$/;

/** The same words, or the same letters where one side writes a hyphen: `re-elect` and `reelect`. */
function isEqualBesideHyphens(
  claim: Claim,
  passage: Passage,
  ours: readonly ClaimWord[],
  theirs: readonly SourceWord[],
): boolean {
  if (ours.length === theirs.length) return ours.every(({ form }, i) => form === theirs[i]?.form);
  const [text, split] = ours.length > theirs.length ? [claim.text, ours] : [passage.article.text, theirs];
  return split.some((word, i) => HYPHEN.test(text.slice(word.end, split[i + 1]?.start ?? word.end)));
}
