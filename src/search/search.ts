import type { ChunkKind } from "../model/chunk.ts";
import type { Facets } from "../model/facet.ts";
import type { Hit } from "../model/hit.ts";
import type { ChunkFilter } from "../store/quote-store.ts";
import type { Answer, AnswerRequest } from "./answer/answer.ts";
import type { QuoteClaim, QuoteVerification } from "./verify/quote-verification.ts";

/** HYBRID weighs meaning and words together; SEMANTIC goes by meaning alone, LEXICAL by words alone. */
export type SearchMode = "HYBRID" | "SEMANTIC" | "LEXICAL";

export interface SearchRequest {
  /** 1 to 1,000 characters that are not all blank; else BAD_INPUT. */
  readonly query: string;
  readonly mode: SearchMode;
  /** Which kinds of chunk; null for all. */
  readonly kinds: readonly ChunkKind[] | null;
  /** Here `speakers` may hold ids or any names; a name that several share means all of them. */
  readonly filter: ChunkFilter;
  /** 1 to 100. */
  readonly first: number;
  /** The cursor of a hit of the same search (query, mode, kinds, filter); of another: BAD_CURSOR. */
  readonly after: string | null;
}

export interface SearchResult {
  readonly hits: readonly { readonly hit: Hit; readonly cursor: string }[];
  /** How many hits can be paged through: the candidates of all signals under the filter. */
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  /** How all that `totalCount` counts divides; counted when it is asked for. */
  facets(): Promise<Facets>;
}

/** What can be asked of the index in words. */
export interface Search {
  /** Query to hits. */
  search(request: SearchRequest): Promise<SearchResult>;
  /** The hits nearest in meaning to a quote, itself left out; none for an unknown quote. */
  similar(quoteId: string, first: number): Promise<readonly Hit[]>;
  /** Whether somebody ever said it, and in these words; a blank or too long text is BAD_INPUT. */
  verify(claim: QuoteClaim): Promise<QuoteVerification>;
  /** What was said to a question, as statements with their citations; bad arguments are BAD_INPUT. */
  answer(request: AnswerRequest): Promise<Answer>;
}
