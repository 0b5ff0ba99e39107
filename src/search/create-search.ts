import { VerbatimError } from "../errors.ts";
import type { Embedder } from "../inference/embedder.ts";
import type { Hit } from "../model/hit.ts";
import { checkPageSize } from "../model/page-size.ts";
import {
  LISTING_MODEL,
  preferringRecent,
  RANKING_MODELS,
  type RankingModel,
  type SearchMode,
} from "../ranking/ranking-model.ts";
import type { PublicationFilter, QuoteStore } from "../store/quote-store.ts";
import type { RankedHit, RankRequest } from "../store/rank-request.ts";
import type { Answer, AnswerRequest } from "./answer/answer.ts";
import { answerQuestion } from "./answer/answer-question.ts";
import { highlight } from "./highlight.ts";
import { nearestSentence } from "./nearest-sentence.ts";
import { queryVector } from "./query-vector.ts";
import { type QueryMoment, type ReadQuery, readQuery } from "./read-query.ts";
import type { Search, SearchRequest, SearchResult } from "./search.ts";
import { decodeCursor, encodeCursor } from "./search-cursor.ts";
import { similarQuotes } from "./similar-quotes.ts";
import type { QuoteClaim, QuoteVerification } from "./verify/quote-verification.ts";
import { type VerifyParts, verifyQuote, verifyQuotes } from "./verify/verify-quote.ts";

const MAX_QUERY_CHARACTERS = 1_000;
/** Passages in which somebody speaks of one matter. */
const MOST_SAID = 5_000;
/** Time goes by days, so that the same search on the same day is the same answer. */
const DAY_MS = 86_400_000;

export interface SearchParts {
  readonly store: QuoteStore;
  readonly embedder: Embedder;
  /** The time, in milliseconds since 1970; the system's without it. */
  readonly clock?: () => number;
  /** Notes and recordings that count as sources where quotes are verified, beside the index. */
  readonly notes?: QuoteStore;
  /** Only to measure: other models than those that were learnt. */
  readonly models?: Readonly<Record<SearchMode, RankingModel>>;
}

export const createSearch = (parts: SearchParts): Search => new HybridSearch(parts);

class HybridSearch implements Search {
  readonly #store: QuoteStore;
  readonly #embedder: Embedder;
  readonly #verifyParts: VerifyParts;
  readonly #clock: () => number;
  readonly #models: Readonly<Record<SearchMode, RankingModel>>;

  constructor({ store, embedder, notes, clock = Date.now, models = RANKING_MODELS }: SearchParts) {
    this.#store = store;
    this.#embedder = embedder;
    this.#verifyParts = { store, embedder, ...(notes && { notes }) };
    this.#clock = clock;
    this.#models = models;
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    checkPageSize(request.first);
    checkQuery(request.query);
    const { query, page, moment, byWordsAlone } = await this.#readAndRank(request);
    return {
      hits: page.hits.map((ranked) => ({
        hit: this.#toHit(ranked, query, byWordsAlone ? "LEXICAL" : request.mode),
        cursor: encodeCursor(moment, ranked.cursor),
      })),
      totalCount: page.total,
      isTotalExact: page.isExact,
      hasNextPage: page.hasNext,
      reading: { ...query.reading, byWordsAlone },
      facet: (name, first) => page.facet(name, first),
    };
  }

  /** Where nothing is found of the time that the query names, the query without that filter: it may have meant another thing. */
  async #readAndRank(request: SearchRequest) {
    const after = request.after === null ? null : decodeCursor(request.after);
    const today = Math.floor(this.#clock() / DAY_MS) * DAY_MS;
    const moment = after?.moment ?? { now: today, filtersByDate: true };
    const asked = await this.#rank(request, moment, after?.ranked ?? null);
    if (after !== null || asked.page.total > 0 || asked.query.reading.date === null) return asked;
    return this.#rank(request, { ...moment, filtersByDate: false }, null);
  }

  async #rank(request: SearchRequest, moment: QueryMoment, after: string | null) {
    const query = await readQuery(this.#store, request, moment);
    const { byWordsAlone, ...wanted } = await this.#toRankRequest(request, query);
    const page = await this.#store.rank({ ...wanted, after, now: moment.now });
    return { query, page, moment, byWordsAlone };
  }

  /** A long quote is several hits, so that they are ranked in one go: nobody's quotes to a matter are more than these. */
  async saidAbout(speakerId: string, matter: string): Promise<readonly string[]> {
    checkQuery(matter);
    const { page } = await this.#readAndRank({
      query: matter,
      ...{ mode: "HYBRID", kinds: ["QUOTE"], filter: { speakers: [speakerId] } },
      ...{ first: MOST_SAID, after: null },
    });
    return [...new Set(page.hits.flatMap(({ quoteIds }) => quoteIds))];
  }

  similar(quoteId: string, first: number): Promise<readonly Hit[]> {
    checkPageSize(first);
    return similarQuotes(this.#store, quoteId, first);
  }

  /** By words alone no model is needed, nor waited for; a query that is nothing but filters finds all under them. */
  async #toRankRequest(request: SearchRequest, query: ReadQuery) {
    const { text, phrases, excluded, filter, reading } = query;
    const { order = "RELEVANCE", preferRecent = false, first } = request;
    const vector = await this.#vectorOf(request.mode, text);
    // While the model is away, words find what they can.
    const byWordsAlone = request.mode === "HYBRID" && text !== "" && vector === null;
    const mode = byWordsAlone ? "LEXICAL" : request.mode;
    const model = text === "" ? LISTING_MODEL : this.#models[mode];
    const wanted: Omit<RankRequest, "after" | "now"> = {
      query: {
        vector,
        words: mode === "SEMANTIC" ? [] : reading.words,
        phrases,
        excluded,
        preferredSpeakers: reading.speakers.map(({ id }) => id),
      },
      ...{ filter, order, first },
      model: preferRecent && text !== "" ? preferringRecent(model) : model,
      search: nameOf(request),
    };
    return { ...wanted, byWordsAlone };
  }

  /** @throws MODEL_UNAVAILABLE where meaning alone is asked for, and the model does not answer. */
  async #vectorOf(mode: SearchMode, text: string): Promise<Float32Array | null> {
    if (mode === "LEXICAL" || text === "") return null;
    return mode === "SEMANTIC" ? this.#embedder.embedQuery(text) : queryVector(this.#embedder, text);
  }

  verify(claim: QuoteClaim): Promise<QuoteVerification> {
    return verifyQuote(this.#verifyParts, claim);
  }

  verifyAll(claims: readonly QuoteClaim[], filter: PublicationFilter): Promise<readonly QuoteVerification[]> {
    return verifyQuotes(this.#verifyParts, claims, filter);
  }

  answer(request: AnswerRequest): Promise<Answer> {
    return answerQuestion({ search: this, store: this.#store }, request);
  }

  #toHit({ chunk, quoteIds, trace, alsoIn }: RankedHit, { reading, phrases, text }: ReadQuery, mode: SearchMode): Hit {
    const meaning = mode === "LEXICAL" ? "" : text;
    const highlights = highlight(chunk.text, reading.words, phrases);
    const hit = { chunk, quoteIds, trace, score: trace.total, highlights, alsoIn };
    return meaning === ""
      ? hit
      : { ...hit, nearestSentence: () => nearestSentence(chunk.text, meaning, this.#embedder) };
  }
}

/** Equal for the pages of one search. */
const nameOf = ({ query, mode, kinds, filter, order, preferRecent }: SearchRequest): string =>
  JSON.stringify([query, mode, kinds, filter, order ?? "RELEVANCE", preferRecent ?? false]);

function checkQuery(query: string): void {
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
