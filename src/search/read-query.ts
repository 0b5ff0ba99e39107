import type { Entity } from "../model/entity.ts";
import type { ChunkFilter } from "../store/chunk-filter.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { dateInQuery, publishedWithin } from "./dates/date-in-query.ts";
import type { ReadDate } from "./dates/read-dates.ts";
import { withIdsForNames } from "./names/ids-in-filter.ts";
import { findMeant, type Meant } from "./names/meant-by.ts";
import { slipsIn } from "./names/name-match.ts";
import { findNamedSpeakers } from "./names/named-speakers.ts";
import type { NamedSpeakers } from "./names/speakers-asked-for.ts";
import { unknownSpeaker } from "./names/unknown-speaker.ts";
import { type ParsedQuery, parseQuery } from "./parse-query.ts";
import { matterWords, queryWords } from "./query-words.ts";
import type { QueryReading, SearchRequest } from "./search.ts";

/** What a request asks of the store, but for the vector. */
export interface ReadQuery {
  readonly reading: Omit<QueryReading, "byWordsAlone">;
  /** What the model is asked about; empty where the query is nothing but filters. */
  readonly text: string;
  readonly phrases: readonly (readonly string[])[];
  readonly excluded: readonly (readonly string[])[];
  readonly filter: ChunkFilter;
  /** For who reads the same query again at another moment with the same date: nobody need be looked up again. */
  readonly askedSpeakers: AskedSpeakers;
}

/** When a query is asked, and what was tried before in vain. */
export interface QueryMoment {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly filtersByDate: boolean;
  /** Whether those who should speak have said anything that is found; else what mentions them is searched. */
  readonly hearsSpeakers: boolean;
}

/**
 * Understands a query: its syntax, when and by whom it says that something was said, and the words that carry its matter.
 * @param known Who was found to be asked for when the same query was read with the same date.
 */
export async function readQuery(
  store: QuoteStore,
  request: SearchRequest,
  moment: QueryMoment,
  known?: AskedSpeakers,
): Promise<ReadQuery> {
  const parsed = parseQuery(request.query);
  const { phrases, excluded, publishers } = parsed;
  const date = dateInQuery(parsed, moment.now);
  const dated = moment.filtersByDate ? date : null;
  const askedSpeakers = known ?? (await readSpeakers(store, parsed, dated));
  const { typed, text, words, unknown } = askedSpeakers;
  const named = moment.hearsSpeakers ? askedSpeakers.named : unheard(askedSpeakers.named);
  const filter = await withIdsForNames(store, {
    and: [
      request.filter,
      ...(request.kinds === null ? [] : [{ chunkKinds: request.kinds }]),
      ...typedFilters(parsed, typed),
      ...(named === null ? [] : speakerFilters(named, text)),
      ...(dated === null ? [] : [publishedWithin(dated)]),
    ],
  });
  const reading = {
    ...{ words, phrases: phrases.map(joined), excluded: excluded.map(joined), publishers },
    ...{ speakers: (named ?? typed).speakers, slips: (named ?? typed).slips },
    ...{ speakersAre: speakersAre(named, text), areAsked: named !== null && named.place !== "BESIDE", unknown },
    date: date && { words: date.words, from: date.from, to: date.to, isFilter: dated !== null },
  } as const;
  return { text, phrases, excluded, filter, reading, askedSpeakers };
}

const joined = (words: readonly string[]): string => words.join(" ");

/** Who a query says should speak, and what is asked for beside. */
export interface AskedSpeakers {
  readonly named: NamedSpeakers | null;
  readonly typed: Pick<NamedSpeakers, "speakers" | "slips">;
  /** What the model is asked about; empty where the query asks for no more than who and when. */
  readonly text: string;
  readonly words: readonly string[];
  /** Whoever should speak, where the index knows nobody of that name. */
  readonly unknown: string | null;
}

async function readSpeakers(store: QuoteStore, parsed: ParsedQuery, dated: ReadDate | null): Promise<AskedSpeakers> {
  const text = dated?.rest ?? parsed.text;
  const looksForNames = parsed.speakers.length === 0 && text !== "";
  const named = looksForNames ? await findNamedSpeakers(store, text, parsed.phrases.length > 0) : null;
  const unknown = looksForNames && named === null ? await unknownSpeaker(store, text) : null;
  const typed = typedSpeakers(await findMeant(store, parsed.speakers));
  const matter = named === null ? text : named.matter;
  const asksForMore = matterWords(matter).length > 0 || (named === null && dated === null);
  return { named, typed, unknown, text: asksForMore ? text : "", words: asksForMore ? queryWords(matter) : [] };
}

/** The same where none of their words say anything on the matter. */
const unheard = (named: NamedSpeakers | null): NamedSpeakers | null => named && { ...named, words: "NONE" };

/** What `speaker:` and `publisher:` filter by. */
const typedFilters = (
  { speakers, publishers }: ParsedQuery,
  typed: Pick<NamedSpeakers, "speakers">,
): readonly ChunkFilter[] => [
  ...(speakers.length === 0 ? [] : [{ speakers: idsOf(typed.speakers) }]),
  ...(publishers.length === 0 ? [] : [{ publishers }]),
];

/** Whom `speaker:` filters by. */
const typedSpeakers = (typed: readonly Meant[]): Pick<NamedSpeakers, "speakers" | "slips"> => ({
  speakers: typed.flatMap(({ entities }) => entities),
  slips: slipsIn(typed.flatMap(({ named }) => named?.matches ?? [])),
});

/**
 * Where nothing else is asked for their words are all that is searched, and of a query that is a name alone also what mentions them. Of
 * those who said nothing on it: what others say for them, or what mentions them, and whatever of their words is near by itself.
 */
function speakerFilters({ speakers, place, words }: NamedSpeakers, text: string): readonly ChunkFilter[] {
  const ids = idsOf(speakers);
  if (words === "ON_BEHALF") return [{ onBehalfOf: ids }];
  if (words === "NONE" || (text === "" && place === "ALONE")) return [{ or: [{ speakers: ids }, { mentions: ids }] }];
  return text === "" ? [{ speakers: ids }] : [];
}

function speakersAre(named: NamedSpeakers | null, text: string): QueryReading["speakersAre"] {
  if (named?.words === "NONE") return "MENTIONED";
  if (named?.words === "ON_BEHALF") return "SPOKEN_FOR";
  return named !== null && (text !== "" || named.place === "ALONE") ? "BOOST" : "FILTER";
}

const idsOf = (speakers: readonly Entity[]): readonly string[] => speakers.map(({ id }) => id);
