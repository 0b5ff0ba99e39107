import type { Entity } from "../../model/entity.ts";
import { type Meant, mayBeMeant } from "../names/meant-by.ts";
import { droppedSense } from "./dropped-sense.ts";
import type { QuoteVerdict } from "./quote-verification.ts";
import type { Reading } from "./reading.ts";

/** A reading with what it means for the claim. */
export interface Judgement {
  readonly reading: Reading;
  readonly verdict: QuoteVerdict;
  /** Who said the words; null where the article does not decide. */
  readonly speaker: Entity | null;
  /** OTHER: somebody else than claimed. UNKNOWN: nobody is claimed, or the article does not decide. */
  readonly attribution: "SAME" | "OTHER" | "UNKNOWN";
}

/** From this share of words in common on, a claim is some words with changes; below, it only shares some. */
const LEAST_SIMILARITY = 0.65;
/** And so much of what carries matter: "This is a waste of time" is no "This is a very dangerous time" with changes. */
const LEAST_MATTER = 0.5;
/**
 * Where the article knows the one who is claimed too, a less certain speaker contradicts nobody: a pronoun (0.83) may
 * well have been taken for the wrong one of the two.
 */
const LEAST_CONFIDENCE = 0.85;

/** Who is found to have said it, beside who is claimed. */
export interface Attribution {
  readonly claimed: Meant | null;
  readonly speaker: Entity | null;
  /** Whether the article mentions the one who is claimed. */
  readonly isClaimedMentioned: boolean;
}

export function judge(reading: Reading, attributed: Attribution): Judgement {
  const attribution = compareSpeakers(reading, attributed);
  return { reading, speaker: attributed.speaker, attribution, verdict: verdictOf(reading, attribution) };
}

function verdictOf(reading: Reading, attribution: Judgement["attribution"]): QuoteVerdict {
  const { voice, similarity, matterShare, isExact, changes, comparison } = reading;
  if (!isExact && (similarity < LEAST_SIMILARITY || matterShare < LEAST_MATTER)) return "NOT_FOUND";
  if (voice === "NARRATION") return "NOT_FOUND";
  if (attribution === "OTHER") return "MISATTRIBUTED";
  if (voice === "REPORTED") return "PARAPHRASED";
  if (changes.some(({ isMarked }) => !isMarked)) return "ALTERED";
  if (droppedSense(comparison) !== null) return "OUT_OF_CONTEXT";
  return isExact ? "VERBATIM" : "ALTERED";
}

function compareSpeakers({ quote }: Reading, { claimed, speaker, isClaimedMentioned }: Attribution) {
  if (claimed === null || quote === null) return "UNKNOWN";
  if (speaker === null) return isClaimedMentioned || quote.speakerMention === null ? "UNKNOWN" : "OTHER";
  if (mayBeMeant(claimed, speaker)) return "SAME";
  return isClaimedMentioned && quote.confidence < LEAST_CONFIDENCE ? "UNKNOWN" : "OTHER";
}

/** What a judgement is worth beside another: the words first, then whether they are spoken, then by whom. */
const SPOKEN_WORTH = 0.2;
const SPEAKER_WORTH = { SAME: 0.1, UNKNOWN: 0.05, OTHER: 0 } as const;

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
