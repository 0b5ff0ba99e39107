import { isHeldAgainst } from "../../model/assertion-label.ts";
import type { Entity } from "../../model/entity.ts";
import { type AttributionTo, attributionTo, type FoundSpeakers } from "./attribution-to.ts";
import { type DroppedSense, droppedSense } from "./dropped-sense.ts";
import type { QuoteChange, QuoteVerdict } from "./quote-verification.ts";
import type { Reading } from "./reading.ts";

/** A reading with what it means for the claim. */
export interface Judgement {
  readonly reading: Reading;
  readonly verdict: QuoteVerdict;
  /** Who said the words; none where the article does not decide. */
  readonly speakers: readonly Entity[];
  readonly onBehalfOf: Entity | null;
  readonly attribution: AttributionTo;
}

/** From this share of words in common on, a claim is some words with changes; below, it only shares some. */
const LEAST_SIMILARITY = 0.65;
/** And so much of what carries matter: "This is a waste of time" is no "This is a very dangerous time" with changes. */
const LEAST_MATTER = 0.5;
export function judge(reading: Reading, found: FoundSpeakers): Judgement {
  const attribution = attributionTo(reading.quote, reading.comparison.passage.article.text, found);
  const { speakers, onBehalfOf } = found;
  return { reading, speakers, onBehalfOf, attribution, verdict: verdictOf(reading, attribution) };
}

function verdictOf(reading: Reading, attribution: AttributionTo): QuoteVerdict {
  const { voice, similarity, matterShare, isExact, changes, comparison, quote } = reading;
  if (!isExact && (similarity < LEAST_SIMILARITY || matterShare < LEAST_MATTER)) return "NOT_FOUND";
  if (voice === "NARRATION") return "NOT_FOUND";
  if (quote !== null && isHeldAgainst(quote)) return "DISPUTED";
  if (attribution === "OTHER") return "MISATTRIBUTED";
  const dropped = droppedSense(comparison);
  if (voice === "REPORTED") return dropped === null ? "PARAPHRASED" : "OUT_OF_CONTEXT";
  const isSure = attribution === "SAME" || attribution === "UNASKED";
  if (!isExact) return verdictOfWords({ changes, dropped }, "ALTERED");
  return verdictOfWords({ changes, dropped }, isSure ? "VERBATIM" : "SPEAKER_UNCLEAR");
}

/** What becomes of words that were spoken, by whomever. @param whole Where they were neither changed nor cut out of their context */
export function verdictOfWords(
  {
    changes,
    dropped,
  }: { readonly changes: readonly Pick<QuoteChange, "isMarked">[]; readonly dropped: DroppedSense | null },
  whole: QuoteVerdict,
): QuoteVerdict {
  if (changes.some(({ isMarked }) => !isMarked)) return "ALTERED";
  return dropped === null ? whole : "OUT_OF_CONTEXT";
}

/** Whether a place that denies the words speaks of those of the other: as like the claim, and of nobody else. */
export function contradicts(denial: Judgement, other: Judgement): boolean {
  const isAsLike = denial.reading.isExact || denial.reading.similarity >= other.reading.similarity;
  const others = new Set(other.speakers.map(({ id }) => id));
  const isOfOthers = denial.speakers.length > 0 && others.size > 0 && !denial.speakers.some(({ id }) => others.has(id));
  return isAsLike && !isOfOthers;
}

/** What a judgement is worth beside another: the words first, then whether they are spoken, then by whom. */
const SPOKEN_WORTH = 0.2;
const SPEAKER_WORTH = { SAME: 0.1, LIKELY: 0.075, UNKNOWN: 0.05, UNASKED: 0.05, OTHER: 0 } as const;

/** The likest first; of equal ones the oldest, where the words come from. */
export function byWorth(a: Judgement, b: Judgement): number {
  return worth(b) - worth(a) || dateOf(a).localeCompare(dateOf(b)) || (idOf(a) < idOf(b) ? -1 : 1);
}

const worth = ({ reading, attribution }: Judgement): number =>
  (reading.isExact ? 1 : 0) +
  reading.similarity +
  (reading.voice === "SPOKEN" ? SPOKEN_WORTH : 0) +
  SPEAKER_WORTH[attribution];

/** Undated ones come last: no year begins with a tilde. */
const dateOf = ({ reading }: Judgement): string => reading.comparison.passage.article.publishedAt ?? "~";

const idOf = ({ reading }: Judgement): string => reading.comparison.passage.article.id;
