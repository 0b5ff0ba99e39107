import { VerbatimError } from "../errors.ts";
import type { Embedder } from "../inference/embedder.ts";
import type { Hit, ScoreTrace } from "../model/hit.ts";
import { checkPageSize } from "../model/page-size.ts";
import type { FoundChunks } from "../store/chunk-query.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import type { Answer, AnswerRequest } from "./answer/answer.ts";
import { answerQuestion } from "./answer/answer-question.ts";
import type { SignalWeights } from "./fuse.ts";
import { highlight } from "./highlight.ts";
import { nearestSentence } from "./nearest-sentence.ts";
import { type RankedPage, rankPage } from "./rank-page.ts";
import { type QueryMoment, type ReadQuery, readQuery } from "./read-query.ts";
import { FoundScores, WEIGHTS } from "./score-found.ts";
import type { Search, SearchMode, SearchRequest, SearchResult } from "./search.ts";
import { decodeCursor, encodeCursor, type RankingMoment } from "./search-cursor.ts";
import { similarQuotes } from "./similar-quotes.ts";
import type { QuoteClaim, QuoteVerification } from "./verify/quote-verification.ts";
import { verifyQuote } from "./verify/verify-quote.ts";

const MAX_QUERY_CHARACTERS = 1_000;
/** Recency goes by days, so that the same search on the same day is the same answer. */
const DAY_MS = 86_400_000;

export interface SearchParts {
  readonly store: QuoteStore;
  readonly embedder: Embedder;
  /** The time, in milliseconds since 1970; the system's without it. */
  readonly clock?: () => number;
  /** Only to measure: other weights of the signals than those that were found best. */
  readonly weights?: Readonly<Record<SearchMode, SignalWeights>>;
}

export const createSearch = (parts: SearchParts): Search => new HybridSearch(parts);

class HybridSearch implements Search {
  readonly #store: QuoteStore;
  readonly #embedder: Embedder;
  readonly #clock: () => number;
  readonly #weights: Readonly<Record<SearchMode, SignalWeights>>;

  constructor({ store, embedder, clock = Date.now, weights = WEIGHTS }: SearchParts) {
    this.#store = store;
    this.#embedder = embedder;
    this.#clock = clock;
    this.#weights = weights;
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    checkRequest(request);
    const after = request.after === null ? null : decodeCursor(request, request.after);
    const asked = after ?? { now: Math.floor(this.#clock() / DAY_MS) * DAY_MS, filtersByDate: true };
    const { query, found } = await this.#readAndFind(request, asked, after);
    const filtersByDate = query.reading.date?.isFilter ?? true;
    const moment = after ?? { ...asked, filtersByDate, statistics: found.statistics, lastArrival: found.lastArrival };
    const scores = new FoundScores(found, request, this.#weights[request.mode], query.text === "", moment.now);
    const page = rankPage(found, scores.totals, { first: request.first, after, lastArrival: moment.lastArrival });
    const hits = await this.#toHits(found, scores, page, query, request.mode);
    return {
      hits: hits.map((hit) => ({
        hit,
        cursor: encodeCursor(request, { score: hit.score, chunkId: hit.chunk.id }, moment),
      })),
      totalCount: found.count,
      hasNextPage: page.hasNext,
      reading: query.reading,
      facet: (name, first) => found.facet(name, first),
    };
  }

  /** Where nothing is found of the time that the query names, the query without that filter: it may have meant another thing. */
  async #readAndFind(request: SearchRequest, asked: QueryMoment, after: RankingMoment | null) {
    const query = await readQuery(this.#store, request, asked);
    const found = await this.#find(request, query, after);
    if (after !== null || found.count > 0 || query.reading.date === null) return { query, found };
    const undated = await readQuery(this.#store, request, { ...asked, filtersByDate: false });
    return { query: undated, found: await this.#find(request, undated, null) };
  }

  similar(quoteId: string, first: number): Promise<readonly Hit[]> {
    checkPageSize(first);
    return similarQuotes(this.#store, quoteId, first);
  }

  /** By words alone no model is needed, nor waited for; a query that is nothing but filters finds all under them. */
  async #find({ mode }: SearchRequest, query: ReadQuery, moment: RankingMoment | null): Promise<FoundChunks> {
    const { text, phrases, excluded, filter, reading } = query;
    const vector = mode === "LEXICAL" || text === "" ? null : await this.#embedder.embedQuery(text);
    const wanted = {
      vector,
      words: mode === "SEMANTIC" ? [] : reading.words,
      phrases,
      excluded,
      preferredSpeakers: reading.speakers.map(({ id }) => id),
      statistics: moment?.statistics ?? null,
    };
    return this.#store.find(wanted, filter);
  }

  verify(claim: QuoteClaim): Promise<QuoteVerification> {
    return verifyQuote({ store: this.#store, embedder: this.#embedder }, claim);
  }

  answer(request: AnswerRequest): Promise<Answer> {
    return answerQuestion({ search: this, store: this.#store }, request);
  }

  /** With their words; those that have left the index meanwhile are left out. */
  async #toHits(
    found: FoundChunks,
    scores: FoundScores,
    { places, folded }: RankedPage,
    { reading, phrases, text }: ReadQuery,
    mode: SearchMode,
  ): Promise<readonly Hit[]> {
    const meaning = mode === "LEXICAL" ? "" : text;
    const ids = [...places, ...folded.flat()].map((place) => found.idAt(place));
    const loaded = await this.#store.chunks(ids);
    const chunks = new Map(ids.map((id, i) => [id, loaded[i]]));
    const traces = scores.tracesOf(places);
    const chunkAt = (place: number) => chunks.get(found.idAt(place)) ?? [];
    return places.flatMap((place, i): readonly Hit[] =>
      [chunkAt(place)].flat().map((chunk) => {
        const trace = traces[i] as ScoreTrace;
        const highlights = highlight(chunk.text, reading.words, phrases);
        const hit = { chunk, trace, score: trace.total, highlights, alsoIn: (folded[i] ?? []).flatMap(chunkAt) };
        return meaning === ""
          ? hit
          : { ...hit, nearestSentence: () => nearestSentence(chunk.text, meaning, this.#embedder) };
      }),
    );
  }
}

function checkRequest({ query, first }: SearchRequest): void {
  checkPageSize(first);
  if (query.trim() === "") {
    throw new VerbatimError(
      "BAD_INPUT",
      "The query is empty. Ask something, such as: what was said about NATO meetings",
    );
  }
  if (query.length > MAX_QUERY_CHARACTERS) {
    throw new VerbatimError(
      "BAD_INPUT",
      `The query has ${query.length} characters; at most ${MAX_QUERY_CHARACTERS} can be searched for. Ask for the heart of it.`,
    );
  }
}
