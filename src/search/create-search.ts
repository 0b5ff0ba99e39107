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
import type { QuoteStore } from "../store/quote-store.ts";
import type { RankedHit, RankRequest } from "../store/rank-request.ts";
import type { Answer, AnswerRequest } from "./answer/answer.ts";
import { answerQuestion } from "./answer/answer-question.ts";
import { highlight } from "./highlight.ts";
import { nearestSentence } from "./nearest-sentence.ts";
import { type ReadQuery, readQuery } from "./read-query.ts";
import type { Search, SearchRequest, SearchResult } from "./search.ts";
import { similarQuotes } from "./similar-quotes.ts";
import type { QuoteClaim, QuoteVerification } from "./verify/quote-verification.ts";
import { verifyQuote } from "./verify/verify-quote.ts";

const MAX_QUERY_CHARACTERS = 1_000;

export interface SearchParts {
  readonly store: QuoteStore;
  readonly embedder: Embedder;
  /** Only to measure and to learn: other models than those that were learnt. */
  readonly models?: Readonly<Record<SearchMode, RankingModel>>;
}

export const createSearch = (parts: SearchParts): Search => new HybridSearch(parts);

class HybridSearch implements Search {
  readonly #store: QuoteStore;
  readonly #embedder: Embedder;
  readonly #models: Readonly<Record<SearchMode, RankingModel>>;

  constructor({ store, embedder, models = RANKING_MODELS }: SearchParts) {
    this.#store = store;
    this.#embedder = embedder;
    this.#models = models;
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    checkRequest(request);
    const query = await readQuery(this.#store, request);
    const page = await this.#store.rank(await this.#toRankRequest(request, query));
    return {
      hits: page.hits.map((ranked) => ({ hit: this.#toHit(ranked, query, request.mode), cursor: ranked.cursor })),
      totalCount: page.total,
      hasNextPage: page.hasNext,
      reading: query.reading,
      facet: (name, first) => page.facet(name, first),
    };
  }

  similar(quoteId: string, first: number): Promise<readonly Hit[]> {
    checkPageSize(first);
    return similarQuotes(this.#store, quoteId, first);
  }

  /** By words alone no model is needed, nor waited for; a query that is nothing but filters finds all under them. */
  async #toRankRequest(request: SearchRequest, query: ReadQuery): Promise<RankRequest> {
    const { text, phrases, excluded, filter, reading } = query;
    const { mode, order = "RELEVANCE", preferRecent = false, first, after } = request;
    const model = text === "" ? LISTING_MODEL : this.#models[mode];
    return {
      query: {
        vector: mode === "LEXICAL" || text === "" ? null : await this.#embedder.embedQuery(text),
        words: mode === "SEMANTIC" ? [] : reading.words,
        phrases,
        excluded,
        preferredSpeakers: reading.speakers.map(({ id }) => id),
      },
      ...{ filter, order, first, after },
      model: preferRecent && text !== "" ? preferringRecent(model) : model,
      search: nameOf(request),
    };
  }

  verify(claim: QuoteClaim): Promise<QuoteVerification> {
    return verifyQuote({ store: this.#store, embedder: this.#embedder }, claim);
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
