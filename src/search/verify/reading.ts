import { isHeldAgainst } from "../../model/assertion-label.ts";
import type { Quote } from "../../model/quote.ts";
import { align } from "./align.ts";
import { type Change, changesIn } from "./changes.ts";
import type { Claim } from "./claim.ts";
import type { Passage, SourceWord } from "./passage.ts";
import type { SourceVoice } from "./quote-verification.ts";
import { type Comparison, toSegments, type WordRange } from "./segments.ts";
import { withWholeBeginning } from "./whole-beginning.ts";
import { carriesMatter, weightOf } from "./word-weight.ts";

/** A claim read against one passage: what it has in common with it, and whose words these are. */
export interface Reading {
  readonly comparison: Comparison;
  readonly changes: readonly Change[];
  /** Whether nothing differs but what square brackets say is not the speaker's. */
  readonly isExact: boolean;
  /** Which share of the words, by weight, claim and source have in common, 0..1; what an ellipsis leaves out aside. */
  readonly similarity: number;
  /** Which share of the claim's words that carry matter the source has, 0..1; 1 where it has none that do. */
  readonly matterShare: number;
  /** Whose words the common ones are: SPOKEN only where all of them are. */
  readonly voice: SourceVoice;
  /** The quote that most of the common words belong to. */
  readonly quote: Quote | null;
  /** Whether the passage is of notes beside the index. */
  readonly isNote: boolean;
}

/**
 * The best reading against what people say in the passage, another against what the one says who is claimed (a question that is put to them
 * may be more like the claim than their answer), another against what it only denies, refuses or supposes, where there is
 * any, for the same words may stand in both; and where none is exact, one against all of its words.
 */
export function readAgainst(claim: Claim, passage: Passage, isClaimed: (quote: Quote) => boolean): readonly Reading[] {
  const spoken = passage.words.filter(({ stretch, quote }) => stretch !== null && !isOfDenied(quote));
  const denied = passage.words.filter(({ quote }) => isOfDenied(quote));
  const own = spoken.filter(({ quote }) => quote !== null && isClaimed(quote));
  const parts = own.length < spoken.length ? [spoken, own, denied] : [spoken, denied];
  const readings = parts.filter((words) => words.length > 0).map((words) => readWords(claim, passage, words));
  if (readings.some(({ isExact }) => isExact)) return readings;
  return [...readings, readWords(claim, passage, passage.words)];
}

const isOfDenied = (quote: Quote | null): boolean => quote !== null && isHeldAgainst(quote);

function readWords(claim: Claim, passage: Passage, words: readonly SourceWord[]): Reading {
  const segments = toSegments(claim, passage, words, withWholeBeginning(align(claim.words, words), claim.words, words));
  const comparison = { claim, passage, words, segments };
  const changes = changesIn(comparison);
  const common = segments.flatMap(({ kind, source }) => (kind === "EQUAL" ? words.slice(source.from, source.to) : []));
  return {
    comparison,
    changes,
    isExact: common.length > 0 && changes.every(({ kind }) => kind === "EDITORIAL"),
    similarity: similarityOf(comparison, changes),
    matterShare: matterShareOf(comparison, changes),
    voice: voiceOf(common),
    quote: mostFrequent(common.flatMap(({ quote }) => quote ?? [])),
    isNote: false,
  };
}

/** Twice the weight in common by the weight of both sides (Dice); words in another order are in common. */
function similarityOf({ claim, words, segments }: Comparison, changes: readonly Change[]): number {
  const sourceWeight = (range: WordRange): number => weigh(words.slice(range.from, range.to));
  const compared = segments.filter(({ isMarked }) => !isMarked);
  const moved = changes.filter(({ kind }) => kind === "ORDER");
  const equal = compared.filter(({ kind }) => kind === "EQUAL");
  const common = sum([...equal, ...moved].map(({ source }) => sourceWeight(source)));
  const claimed = weigh(claim.words.filter(({ isEditorial }) => !isEditorial));
  const said = sum(compared.map(({ source }) => sourceWeight(source)));
  return claimed + said === 0 ? 0 : Math.min(1, (2 * common) / (claimed + Math.max(said, common)));
}

function matterShareOf({ claim, segments }: Comparison, changes: readonly Change[]): number {
  const matterIn = ({ claim: { from, to } }: Pick<Change, "claim">): number =>
    claim.words.slice(from, to).filter(({ form, isEditorial }) => !isEditorial && carriesMatter(form)).length;
  const all = matterIn({ claim: { from: 0, to: claim.words.length } });
  const kept = [...segments.filter(({ kind }) => kind === "EQUAL"), ...changes.filter(({ kind }) => kind === "ORDER")];
  return all === 0 ? 1 : sum(kept.map(matterIn)) / all;
}

/** Of the words that tell who speaks nothing follows, unless there are no others. */
function voiceOf(words: readonly SourceWord[]): SourceVoice {
  const telling = words.filter(({ isAttribution }) => !isAttribution);
  if (telling.length > 0 && telling.every(({ stretch }) => stretch !== null)) return "SPOKEN";
  const ofSomebody = telling.filter(({ stretch, quote }) => stretch !== null || quote !== null);
  return ofSomebody.length > telling.length / 2 ? "REPORTED" : "NARRATION";
}

function mostFrequent(quotes: readonly Quote[]): Quote | null {
  const counts = new Map<Quote, number>();
  for (const quote of quotes) counts.set(quote, (counts.get(quote) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

const weigh = (words: readonly { readonly form: string }[]): number => sum(words.map(({ form }) => weightOf(form)));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
