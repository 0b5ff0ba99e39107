import type { Embedder } from "../inference/embedder.ts";
import {
  isHeard,
  LISTING_MODEL,
  preferringRecent,
  preferringWords,
  type RankingModel,
  type SearchMode,
} from "../ranking/ranking-model.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { asksForAll, type RankedPage, type RankRequest } from "../store/rank-request.ts";
import { queryVector } from "./query-vector.ts";
import { type AskedSpeakers, type QueryMoment, type ReadQuery, readQuery } from "./read-query.ts";
import type { QueryReading, SearchRequest } from "./search.ts";
import { decodeCursor } from "./search-cursor.ts";

/** Time goes by days, so that the same search on the same day is the same answer. */
const DAY_MS = 86_400_000;

interface QueryRankerParts {
  readonly store: QuoteStore;
  readonly embedder: Embedder;
  /** The time, in milliseconds since 1970. */
  readonly clock: () => number;
  readonly models: Readonly<Record<SearchMode, RankingModel>>;
}

/** A page with how its query was read. */
export interface RankedQuery {
  readonly query: ReadQuery;
  readonly page: RankedPage;
  /** Whether all matches that is let through, whatever its score. */
  readonly matchesAll: boolean;
  /** As it was learnt, whatever the request prefers. */
  readonly learnt: RankingModel;
  readonly moment: QueryMoment;
  readonly byWordsAlone: boolean;
}

/** What is known from when the same query was ranked before. */
interface RankedBefore {
  /** The cursor of the last hit of the page before. */
  readonly after?: string | null;
  readonly askedSpeakers?: AskedSpeakers;
}

/** Reads a query and has the store rank what it asks for. */
export class QueryRanker {
  readonly #store: QuoteStore;
  readonly #embedder: Embedder;
  readonly #clock: () => number;
  readonly #models: QueryRankerParts["models"];

  constructor({ store, embedder, clock, models }: QueryRankerParts) {
    this.#store = store;
    this.#embedder = embedder;
    this.#clock = clock;
    this.#models = models;
  }

  /**
   * Where nothing is found of the time that the query names, the query without that filter: it may have meant another thing. Where nothing
   * is found that those said whose words it asks for, what others say of them.
   */
  async readAndRank(request: SearchRequest): Promise<RankedQuery> {
    const after = request.after === null ? null : decodeCursor(request.after);
    if (after !== null) return this.#rank(request, after.moment, { after: after.ranked });
    const today = Math.floor(this.#clock() / DAY_MS) * DAY_MS;
    const dated = await this.#rank(request, { now: today, filtersByDate: true, hearsSpeakers: true });
    const isOfOtherTime = dated.page.total === 0 && dated.query.reading.date !== null;
    const asked = isOfOtherTime ? await this.#rank(request, { ...dated.moment, filtersByDate: false }) : dated;
    if (!saidNothing(asked)) return asked;
    const { askedSpeakers } = asked.query;
    return this.#rank(request, { ...asked.moment, hearsSpeakers: false }, { askedSpeakers });
  }

  async #rank(
    request: SearchRequest,
    moment: QueryMoment,
    { after = null, askedSpeakers }: RankedBefore = {},
  ): Promise<RankedQuery> {
    const query = await readQuery(this.#store, request, moment, askedSpeakers);
    const { byWordsAlone, learnt, ...wanted } = await this.#toRankRequest(request, query);
    const page = await this.#store.rank({ ...wanted, after, now: moment.now });
    return { query, page, matchesAll: asksForAll(wanted.query), learnt, moment, byWordsAlone };
  }

  /** By words alone no model is needed, nor waited for; a query that is nothing but filters finds all under them. */
  async #toRankRequest(request: SearchRequest, query: ReadQuery) {
    const { text, phrases, excluded, filter, reading } = query;
    const { order = "RELEVANCE", preferRecent = false, first } = request;
    const vector = await this.#vectorOf(request.mode, text);
    // While the model is away, words find what they can.
    const byWordsAlone = request.mode === "HYBRID" && text !== "" && vector === null;
    const mode = byWordsAlone ? "LEXICAL" : request.mode;
    const learnt = text === "" ? LISTING_MODEL : this.#models[mode];
    const preferring = text !== "" && asksForWords(reading) ? preferringWords(learnt) : learnt;
    const wanted: Omit<RankRequest, "after" | "now"> = {
      query: {
        vector,
        words: mode === "SEMANTIC" ? [] : reading.words,
        phrases,
        excluded,
        preferredSpeakers: speaksFirst(reading) ? reading.speakers.map(({ id }) => id) : [],
      },
      ...{ filter, order, first },
      model: preferRecent && text !== "" ? preferringRecent(preferring) : preferring,
      search: nameOf(request),
    };
    return { ...wanted, learnt, byWordsAlone };
  }

  /** @throws MODEL_UNAVAILABLE where meaning alone is asked for, and the model does not answer. */
  async #vectorOf(mode: SearchMode, text: string): Promise<Float32Array | null> {
    if (mode === "LEXICAL" || text === "") return null;
    return mode === "SEMANTIC" ? this.#embedder.embedQuery(text) : queryVector(this.#embedder, text);
  }
}

/** Whether those whose words are asked for said nothing on the matter. */
function saidNothing({ query, page, matchesAll, learnt }: RankedQuery): boolean {
  const { areAsked, speakersAre } = query.reading;
  if (speakersAre === "SPOKEN_FOR") return page.total === 0;
  if (!areAsked || speakersAre !== "BOOST" || query.text === "" || matchesAll) return false;
  // Of a hearing one reads the exchange, whoever speaks in it.
  if (page.hits[0]?.isTurn) return false;
  const best = page.bestPreferred();
  return best === null || !isHeard(learnt, best);
}

const speaksFirst = ({ speakersAre }: Pick<QueryReading, "speakersAre">): boolean =>
  speakersAre === "BOOST" || speakersAre === "FILTER";

const asksForWords = ({ areAsked, speakersAre }: Pick<QueryReading, "areAsked" | "speakersAre">): boolean =>
  areAsked && speakersAre === "BOOST";

/** Equal for the pages of one search. */
const nameOf = ({ query, mode, kinds, filter, order, preferRecent }: SearchRequest): string =>
  JSON.stringify([query, mode, kinds, filter, order ?? "RELEVANCE", preferRecent ?? false]);
