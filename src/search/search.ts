import type { ChunkKind } from "../model/chunk.ts";
import type { Entity } from "../model/entity.ts";
import type { Facet, FacetName } from "../model/facet.ts";
import type { Hit } from "../model/hit.ts";
import type { RankingOrder } from "../ranking/rank-page.ts";
import type { SearchMode } from "../ranking/ranking-model.ts";
import type { ChunkFilter } from "../store/chunk-filter.ts";
import type { PublicationFilter } from "../store/quote-store.ts";
import type { Answer, AnswerRequest } from "./answer/answer.ts";
import type { Slip } from "./names/name-match.ts";
import type { QuoteClaim, QuoteVerification } from "./verify/quote-verification.ts";

export interface SearchRequest {
  /**
   * 1 to 1,000 characters that are not all blank; else BAD_INPUT. "..." asks for exactly these words, -word leaves out
   * passages that hold it, speaker: and publisher: filter.
   */
  readonly query: string;
  readonly mode: SearchMode;
  /** Which kinds of chunk; null for all. */
  readonly kinds: readonly ChunkKind[] | null;
  /** Here entities may be given by id or by any name; a name that several share means all of them. */
  readonly filter: ChunkFilter;
  /** RELEVANCE without it. */
  readonly order?: RankingOrder;
  /** Whether newer articles come before older ones that answer about as well. */
  readonly preferRecent?: boolean;
  /** 1 to 100. */
  readonly first: number;
  /** The cursor of a hit of the same search (all but `first`); of another: BAD_CURSOR. */
  readonly after: string | null;
}

/** How a query was understood. */
export interface QueryReading {
  /** The words that are looked for, folded; none where meaning alone counts. */
  readonly words: readonly string[];
  /** Phrases that must stand there, and what must not. */
  readonly phrases: readonly string[];
  readonly excluded: readonly string[];
  /** Who the query says should speak. */
  readonly speakers: readonly Entity[];
  /**
   * FILTER: only these speak in the hits. BOOST: their words come first. SPOKEN_FOR: they are not quoted, and all that is found was said
   * on behalf of them. MENTIONED: they are not quoted with anything to it, and what is found mentions them, or is near among their words.
   */
  readonly speakersAre: "FILTER" | "BOOST" | "SPOKEN_FOR" | "MENTIONED";
  /** Whether the words of these are asked for, and nobody else's. */
  readonly areAsked: boolean;
  /** Whoever the query says should speak, as it has the name, where the index knows nobody of that name. */
  readonly unknown: string | null;
  /** Words of their names that nobody's name has, and the words that these are taken for. */
  readonly slips: readonly Slip[];
  readonly publishers: readonly string[];
  /** When the query says that it was said; null where it says nothing of that. */
  readonly date: QueryDate | null;
  /** Whether the model did not answer, so that passages were found by their words, and none by its meaning. */
  readonly byWordsAlone: boolean;
}

/** A time that a query names, taken for when articles were published. */
export interface QueryDate {
  /** As the query has it: "in March 2024". */
  readonly words: string;
  /** ISO 8601 UTC, inclusive; null where that side is open. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whether only articles of that time are searched; false where they hold nothing, and these words are looked for like any others. */
  readonly isFilter: boolean;
}

export interface SearchResult {
  readonly hits: readonly { readonly hit: Hit; readonly cursor: string }[];
  /** All passages that match, those in `alsoIn` of a hit among them: paging gives every one of them once. */
  readonly totalCount: number;
  /** False where more can match than a store beyond one machine reads: then it counts those that were read. */
  readonly isTotalExact: boolean;
  readonly hasNextPage: boolean;
  readonly reading: QueryReading;
  /** How all that `totalCount` counts divides, with the `first` commonest values; counted when it is asked for. */
  facet(name: FacetName, first: number): Promise<Facet>;
}

/** What can be asked of the index in words. */
export interface Search {
  /** Query to hits. */
  search(request: SearchRequest): Promise<SearchResult>;
  /** The ids of the quotes in which somebody speaks of a matter, each once, what answers best first. A blank or too long matter is BAD_INPUT. */
  saidAbout(speakerId: string, matter: string): Promise<readonly string[]>;
  /** The hits nearest in meaning to a quote, itself left out; none for an unknown quote. */
  similar(quoteId: string, first: number): Promise<readonly Hit[]>;
  /** Whether somebody ever said it, and in these words; a blank or too long text is BAD_INPUT. */
  verify(claim: QuoteClaim): Promise<QuoteVerification>;
  /** The same of many at once, in their order, by the articles that the filter lets through. */
  verifyAll(claims: readonly QuoteClaim[], filter: PublicationFilter): Promise<readonly QuoteVerification[]>;
  /** What was said to a question, as statements with their citations; bad arguments are BAD_INPUT. */
  answer(request: AnswerRequest): Promise<Answer>;
}
