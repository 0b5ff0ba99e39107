import type { Embedder } from "../inference/embedder.ts";
import type { Hit } from "../model/hit.ts";
import { checkPageSize } from "../model/page-size.ts";
import { RequestError } from "../model/request-fault.ts";
import { RANKING_MODELS, type RankingModel, type SearchMode } from "../ranking/ranking-model.ts";
import type { PublicationFilter, QuoteStore } from "../store/quote-store.ts";
import type { RankedHit } from "../store/rank-request.ts";
import type { Answer, AnswerRequest } from "./answer/answer.ts";
import { answerQuestion } from "./answer/answer-question.ts";
import { highlight } from "./highlight.ts";
import { nearestSentence } from "./nearest-sentence.ts";
import { QueryRanker } from "./query-ranker.ts";
import type { ReadQuery } from "./read-query.ts";
import type { Search, SearchRequest, SearchResult } from "./search.ts";
import { encodeCursor } from "./search-cursor.ts";
import { similarQuotes } from "./similar-quotes.ts";
import type { QuoteClaim, QuoteVerification } from "./verify/quote-verification.ts";
import { type VerifyParts, verifyQuote, verifyQuotes } from "./verify/verify-quote.ts";

const MAX_QUERY_CHARACTERS = 1_000;
/** Passages in which somebody speaks of one matter. */
const MOST_SAID = 5_000;
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
  readonly #ranker: QueryRanker;

  constructor({ store, embedder, notes, clock = Date.now, models = RANKING_MODELS }: SearchParts) {
    this.#store = store;
    this.#embedder = embedder;
    this.#verifyParts = { store, embedder, ...(notes && { notes }) };
    this.#ranker = new QueryRanker({ store, embedder, clock, models });
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    checkPageSize(request.first);
    checkQuery(request.query);
    const { query, page, moment, byWordsAlone } = await this.#ranker.readAndRank(request);
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

  /** A long quote is several hits, so that they are ranked in one go: nobody's quotes to a matter are more than these. */
  async saidAbout(speakerId: string, matter: string): Promise<readonly string[]> {
    checkQuery(matter);
    const { page } = await this.#ranker.readAndRank({
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

function checkQuery(query: string): void {
  const characters = query.length;
  if (query.trim() === "") throw new RequestError({ fault: "QUERY_EMPTY" });
  if (characters > MAX_QUERY_CHARACTERS)
    throw new RequestError({ fault: "QUERY_TOO_LONG", characters, most: MAX_QUERY_CHARACTERS });
}
