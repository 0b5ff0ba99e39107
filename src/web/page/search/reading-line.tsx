import type { ResultOf } from "../graphql/graphql.ts";
import type { SEARCH } from "./documents.ts";

type Reading = ResultOf<typeof SEARCH>["search"]["reading"];

/** How the question was understood, where that is more than its words. */
export function ReadingLine({ reading }: { readonly reading: Reading }) {
  const parts = readingParts(reading);
  return parts.length === 0 ? null : <p class="note reading-line">Understood as: {parts.join("; ")}.</p>;
}

function readingParts({ phrases, excluded, speakers, speakersAre, slips, publishers }: Reading): readonly string[] {
  const named = someOf(speakers.map(({ name }) => name)).join(" or ");
  const speaking = speakersAre === "FILTER" ? `only words of ${named}` : `words of ${named} first`;
  return [
    speakers.length > 0 && speaking,
    slips.length > 0 && slips.map(({ written, meant }) => `“${written}” taken for “${meant}”`).join(" or "),
    phrases.length > 0 && `with ${phrases.map((phrase) => `“${phrase}”`).join(" and ")} word for word`,
    excluded.length > 0 && `without ${excluded.map((word) => `“${word}”`).join(" and ")}`,
    publishers.length > 0 && `published by ${publishers.join(" or ")}`,
  ].filter((part) => part !== false);
}

/** A title may be held by many. */
const MAX_NAMES = 3;

const someOf = (names: readonly string[]): readonly string[] =>
  names.length <= MAX_NAMES ? names : [...names.slice(0, MAX_NAMES - 1), `${names.length - MAX_NAMES + 1} others`];
