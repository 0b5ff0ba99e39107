import type { QueryReading } from "../search.ts";

/** Of a title that many hold no more are named. */
const MAX_NAMES = 3;

/** What there is of those whose words a query asks for, as a sentence; null where they are quoted, or nobody is asked for. */
export function describeAsked({
  speakers,
  speakersAre,
  unknown,
}: Pick<QueryReading, "speakers" | "speakersAre" | "unknown">): string | null {
  if (unknown !== null) return `Nothing in the index names ${unknown}.`;
  const isUnquoted = speakers.every(({ quoteCount }) => quoteCount === 0);
  const who = namesOf(speakers);
  const unquoted = who === null ? "Nobody of them is quoted in the index" : `${who} is not quoted in the index`;
  if (speakersAre === "MENTIONED") return isUnquoted ? `${unquoted}.` : notQuotedOnThis(speakers);
  if (speakersAre === "SPOKEN_FOR") return `${unquoted}: others speak on behalf of ${who ?? "them"}.`;
  return null;
}

/** What there is to say where nothing is found of those who are asked. */
export const describeNothingFrom = (reading: Parameters<typeof describeAsked>[0]): string =>
  describeAsked(reading) ?? notQuotedOnThis(reading.speakers);

/** @param speakers Those who are asked; nobody in particular where there is none. */
function notQuotedOnThis(speakers: QueryReading["speakers"]): string {
  const who = namesOf(speakers);
  if (who !== null) return `${who} is not quoted with anything to this question.`;
  const nobody = speakers.length === 0 ? "Nobody in the index" : "None of those whom the question may mean";
  return `${nobody} is quoted with anything to this question.`;
}

/** Null where nobody is named, or too many are. */
function namesOf(speakers: QueryReading["speakers"]): string | null {
  const names = [...new Set(speakers.map(({ name }) => name))];
  return names.length > 0 && names.length <= MAX_NAMES ? names.join(" or ") : null;
}
