import type { Entity } from "../model/entity.ts";
import type { ChunkFilter } from "../store/chunk-filter.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { withIdsForNames } from "./names/ids-in-filter.ts";
import { findMeant, type Meant } from "./names/meant-by.ts";
import { slipsIn } from "./names/name-match.ts";
import { findNamedSpeakers, type NamedSpeakers } from "./names/named-speakers.ts";
import { parseQuery } from "./parse-query.ts";
import { matterWords, queryWords } from "./query-words.ts";
import type { QueryReading, SearchRequest } from "./search.ts";

/** What a request asks of the store, but for the vector. */
export interface ReadQuery {
  readonly reading: QueryReading;
  /** What the model is asked about; empty where the query is nothing but filters. */
  readonly text: string;
  readonly phrases: readonly (readonly string[])[];
  readonly excluded: readonly (readonly string[])[];
  readonly filter: ChunkFilter;
}

/** Understands a query: its syntax, who it says should speak, and the words that carry its matter. */
export async function readQuery(store: QuoteStore, request: SearchRequest): Promise<ReadQuery> {
  const parsed = parseQuery(request.query);
  const { text, phrases, excluded, publishers } = parsed;
  const named =
    parsed.speakers.length > 0 || text === "" ? null : await findNamedSpeakers(store, text, phrases.length > 0);
  const typed = typedSpeakers(await findMeant(store, parsed.speakers));
  const { speakers, slips } = named ?? typed;
  const matter = named === null ? text : named.matter;
  const asksForMore = named === null || matterWords(matter).length > 0;
  const filter = await withIdsForNames(store, {
    and: [
      request.filter,
      ...(request.kinds === null ? [] : [{ chunkKinds: request.kinds }]),
      ...(parsed.speakers.length === 0 ? [] : [{ speakers: idsOf(typed.speakers) }]),
      ...(publishers.length === 0 ? [] : [{ publishers }]),
      ...(named === null || asksForMore ? [] : [ofSpeakers(named)]),
    ],
  });
  return {
    text: asksForMore ? text : "",
    phrases,
    excluded,
    filter,
    reading: {
      words: asksForMore ? queryWords(matter) : [],
      phrases: phrases.map((words) => words.join(" ")),
      excluded: excluded.map((words) => words.join(" ")),
      speakers,
      speakersAre: named !== null && (asksForMore || named.isNameAlone) ? "BOOST" : "FILTER",
      slips,
      publishers,
    },
  };
}

/** Whom `speaker:` filters by. */
const typedSpeakers = (typed: readonly Meant[]): Pick<NamedSpeakers, "speakers" | "slips"> => ({
  speakers: typed.flatMap(({ entities }) => entities),
  slips: slipsIn(typed.flatMap(({ named }) => named?.matches ?? [])),
});

/** Their words; of a query that is a name alone also what mentions them, behind their words. */
function ofSpeakers({ speakers, isNameAlone }: NamedSpeakers): ChunkFilter {
  const ids = idsOf(speakers);
  return isNameAlone ? { or: [{ speakers: ids }, { mentions: ids }] } : { speakers: ids };
}

const idsOf = (speakers: readonly Entity[]): readonly string[] => speakers.map(({ id }) => id);
