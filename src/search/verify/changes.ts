import { isNegation } from "./negation.ts";
import type { Comparison, Segment, WordRange } from "./segments.ts";
import type { Word } from "./words.ts";

/** What a difference is to its reader. */
export type ChangeKind = "NEGATION" | "NUMBER" | "NAME" | "WORDING" | "OMISSION" | "ADDITION" | "ORDER" | "EDITORIAL";

export interface Change {
  readonly kind: ChangeKind;
  readonly claim: WordRange;
  readonly source: WordRange;
  /** Whether the claim itself says so, by an ellipsis or by square brackets. */
  readonly isMarked: boolean;
}

/** How far around the compared stretch moved words are looked for, in words: about the length of a paragraph. */
const MOVE_REACH = 100;
/** A single word that stands elsewhere too is there by chance. */
const LEAST_MOVED = 2;

/** What the claim changed, in its own order. */
export function changesIn(comparison: Comparison): readonly Change[] {
  const differing = comparison.segments.filter(({ kind }) => kind !== "EQUAL");
  const moves = new Map(differing.flatMap((segment) => moveOf(segment, differing, comparison)));
  const vacated = new Set(moves.values());
  return differing.flatMap((segment) => {
    const origin = moves.get(segment);
    if (origin !== undefined) return [{ ...segment, kind: "ORDER" as const, source: origin.source }];
    return vacated.has(segment) ? [] : [{ ...segment, kind: kindOf(segment, comparison) }];
  });
}

type Move = readonly [to: Segment, from: Pick<Segment, "source">];

/** Where the words of a segment stand instead: in another one that the claim lacks, in its own in another order, or close by. */
function moveOf(segment: Segment, differing: readonly Segment[], { claim, words }: Comparison): readonly Move[] {
  if (segment.isMarked) return [];
  const ours = forms(claim.words, segment.claim);
  if (segment.kind === "REPLACE") return isReordered(ours, forms(words, segment.source)) ? [[segment, segment]] : [];
  if (segment.kind !== "INSERT") return [];
  const left = differing.find(({ kind, source }) => kind === "DELETE" && same(forms(words, source), ours));
  if (left !== undefined) return [[segment, left]];
  const close = ours.length < LEAST_MOVED ? null : findClose(ours, segment.source.from, words);
  return close === null ? [] : [[segment, { source: close }]];
}

const isReordered = (a: readonly string[], b: readonly string[]): boolean => same([...a].sort(), [...b].sort());

function findClose(wanted: readonly string[], place: number, words: readonly Word[]): WordRange | null {
  const last = Math.min(place + MOVE_REACH, words.length) - wanted.length;
  for (let from = Math.max(0, place - MOVE_REACH); from <= last; from++) {
    if (wanted.every((form, i) => words[from + i]?.form === form)) return { from, to: from + wanted.length };
  }
  return null;
}

function kindOf(segment: Segment, { claim, passage, words }: Comparison): ChangeKind {
  const ours = claim.words.slice(segment.claim.from, segment.claim.to);
  const theirs = words.slice(segment.source.from, segment.source.to);
  if (segment.isMarked) return ours.length > 0 || theirs.every((word) => word.isBracketed) ? "EDITORIAL" : "OMISSION";
  if (negations(ours) !== negations(theirs)) return "NEGATION";
  if (!same(numbers(ours), numbers(theirs)) && segment.kind !== "DELETE") return "NUMBER";
  if (segment.kind === "DELETE") return "OMISSION";
  if (segment.kind === "INSERT") return "ADDITION";
  const texts = { claim: claim.text, source: passage.article.text };
  return hasName(texts.claim, ours) && hasName(texts.source, theirs) ? "NAME" : "WORDING";
}

const negations = (words: readonly Word[]): number => words.filter(({ form }) => isNegation(form)).length;

const NUMBER_WORDS = new Set(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million " +
    "millions billion billions trillion dozen dozens half quarter third double twice thrice first second percent"
  ).split(" "),
);

const numbers = (words: readonly Word[]): readonly string[] =>
  words.map(({ form }) => form).filter((form) => /\p{N}/u.test(form) || NUMBER_WORDS.has(form));

/** Up to the word that ended the sentence before, in UTF-16 units. */
const SENTENCE_REACH = 6;
const SENTENCE_START = /^$|[.!?…:]["”’')\]]*\s+$|["“‘–—-]\s*$|\n$/;

/** A capital that no sentence's beginning explains, or an initialism. */
function hasName(text: string, words: readonly Word[]): boolean {
  return words.some(({ start, end }) => {
    const word = text.slice(start, end);
    const before = text.slice(Math.max(0, start - SENTENCE_REACH), start);
    return /^\p{Lu}/u.test(word) && word !== "I" && !SENTENCE_START.test(before);
  });
}

const forms = (words: readonly Word[], { from, to }: WordRange): readonly string[] =>
  words.slice(from, to).map(({ form }) => form);

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((form, i) => form === b[i]);
