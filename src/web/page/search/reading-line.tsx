import type { ResultOf } from "../graphql/graphql.ts";
import { DateChip } from "./date-chip.tsx";
import type { SEARCH } from "./documents.ts";

type Reading = ResultOf<typeof SEARCH>["search"]["reading"];

interface ReadingLineProps {
  readonly reading: Reading;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** How the question was understood, where that is more than its words. */
export function ReadingLine({ reading, query, onQuery }: ReadingLineProps) {
  const parts = readingParts(reading);
  return (
    <>
      {reading.byWordsAlone && (
        <p class="note reading-line">Found by words alone: the model that knows meanings does not answer just now.</p>
      )}
      {parts.length > 0 && <p class="note reading-line">Understood as: {parts.join("; ")}.</p>}
      {reading.date?.isFilter && <DateChip date={reading.date} query={query} onQuery={onQuery} />}
    </>
  );
}

function readingParts(reading: Reading): readonly string[] {
  const { phrases, excluded, speakers, speakersAre, unknownSpeaker, slips, publishers, date } = reading;
  const named = someOf([...new Set(speakers.map(({ name }) => name))]).join(" or ");
  return [
    speakers.length > 0 && SPEAKING[speakersAre](named),
    unknownSpeaker !== null && `what has the words, as nothing in the index names ${unknownSpeaker}`,
    slips.length > 0 && slips.map(({ written, meant }) => `“${written}” taken for “${meant}”`).join(" or "),
    phrases.length > 0 && `with ${phrases.map((phrase) => `“${phrase}”`).join(" and ")} word for word`,
    excluded.length > 0 && `without ${excluded.map((word) => `“${word}”`).join(" and ")}`,
    publishers.length > 0 && `published by ${publishers.join(" or ")}`,
    date !== null && !date.isFilter && `at any time, as nothing “${date.words}” matches`,
  ].filter((part) => part !== false);
}

/** What is made of those whom the question asks. */
const SPEAKING: Readonly<Record<Reading["speakersAre"], (named: string) => string>> = {
  FILTER: (named) => `only words of ${named}`,
  BOOST: (named) => `words of ${named} first`,
  SPOKEN_FOR: (named) => `only words on behalf of ${named}, as there are none of their own`,
  MENTIONED: (named) => `what is said of ${named}, as no words of their own to this were found`,
};

/** A title may be held by many. */
const MAX_NAMES = 3;

const someOf = (names: readonly string[]): readonly string[] =>
  names.length <= MAX_NAMES ? names : [...names.slice(0, MAX_NAMES - 1), `${names.length - MAX_NAMES + 1} others`];
