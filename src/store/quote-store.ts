import type { Article } from "../model/article.ts";
import type { Chunk } from "../model/chunk.ts";
import type { Correction, NamedIn, Signed } from "../model/correction.ts";
import type { ArticleEntity, Entity, EntityKind } from "../model/entity.ts";
import type { Quote } from "../model/quote.ts";
import type { ChunkFilter } from "./chunk-filter.ts";
import type { RankedPage, RankRequest } from "./rank-request.ts";

/** What to keep of one article, put in or replaced as a whole. */
export interface IndexedArticle {
  readonly article: Article;
  /** Where the article came from on disk, absolute; null for standard input. */
  readonly origin: string | null;
  /** True for the articles of `samples/`, which leave when the first real article comes. */
  readonly sample: boolean;
  readonly quotes: readonly Quote[];
  /** Each with the key that joins it across articles; null joins it to nothing. */
  readonly entities: readonly LinkableEntity[];
  readonly chunks: readonly VectorChunk[];
}

/** A chunk with its vectors, of unit length and of the store's dimensions. */
interface VectorChunk {
  readonly chunk: Chunk;
  /** Of its own words: what is near it is like it. */
  readonly vector: Float32Array;
  /** Of its words in their context: what `rank` compares with a query. */
  readonly contextVector: Float32Array;
}

/** An article's entity with what joins it to those of other articles. Entities of one kind and link key are one. */
export interface LinkableEntity extends ArticleEntity {
  readonly linkKey: string | null;
  /** Of a person whose name could be read. */
  readonly person?: PersonLink | null;
  /** The group of names that a correction put it in; absent for the rest, which follow from the link key. */
  readonly groupId?: string;
}

/** By what the store tells which person of the collection a name without a first name means. */
export interface PersonLink {
  /** A key of the first name, or an initial; null where the name gives neither. */
  readonly first: string | null;
  /** A key of the surname, or of the only name there is. */
  readonly last: string;
  /** As the article tells it. */
  readonly gender: "MALE" | "FEMALE" | null;
}

/** A person of the authority file. Whoever articles call by one of the names is this person, whatever else speaks for it. */
export interface AuthorityPerson {
  /** Of a person of this name in articles; the person keeps it when the file changes. */
  readonly entityId: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The current one first. */
  readonly titles: readonly string[];
  readonly born: string | null;
  readonly wikidata: string | null;
  readonly url: string | null;
  /** The name and the aliases, read. No two people may have equal ones. */
  readonly recognisedBy: readonly Pick<PersonLink, "first" | "last">[];
}

/** What the indexer needs to know of an article it may have seen before. */
export interface ArticleState {
  readonly id: string;
  readonly revision: string;
  readonly title: string | null;
  readonly origin: string | null;
  readonly sample: boolean;
}

export type QuoteFilter = Pick<
  ChunkFilter,
  | "speakers"
  | "onBehalfOf"
  | "assertions"
  | "reports"
  | "articles"
  | "publishers"
  | "publishedFrom"
  | "publishedTo"
  | "quoteKinds"
  | "mentions"
  | "places"
  | "minConfidence"
>;

/** Which articles count, by themselves, whoever published them and when. */
export type PublicationFilter = Pick<ChunkFilter, "articles" | "publishers" | "publishedFrom" | "publishedTo">;

/** NEWEST and OLDEST go by the article's date (undated last), then by place in the article; CONFIDENCE by the highest. */
export type QuoteOrder = "NEWEST" | "OLDEST" | "CONFIDENCE";

export type ArticleFilter = Pick<ChunkFilter, "publishers" | "publishedFrom" | "publishedTo"> & {
  /** Words of the title, all of which must be there as a beginning of a word. */
  readonly title?: string;
  /** The id of an entity that the article mentions. */
  readonly mentions?: string;
};

export interface EntityFilter {
  readonly kind?: EntityKind;
  /**
   * The beginnings of words of any of its names; letter case and accents do not matter. Where nothing matches, a word
   * that begins no name stands for those nearest to it by spelling: of five letters or more with one wrong, of eight with two.
   */
  readonly query?: string;
  /** The id of an article that mentions it. */
  readonly article?: string;
}

/** What somebody or something may be called. */
export interface NameQuery {
  /** Whole names and aliases, compared by `foldName`. */
  readonly names: readonly string[];
  /** The last words of longer names of people, compared the same way: "Brandt" of "Ilse Brandt". */
  readonly surnames: readonly string[];
  /**
   * Titles that are held, or were: "the minister" and "minister of defence" fit the Defence Minister, and not the Deputy
   * Minister.
   */
  readonly titles: readonly string[];
}

/** Both with the most mentioned first; who is named and titled is in both. */
export interface EntitiesByName {
  /** Those who bear any of the names or surnames. */
  readonly named: readonly Entity[];
  /** Those who hold, or held, any of the titles. */
  readonly titled: readonly Entity[];
}

export type TimelineUnit = "DAY" | "MONTH" | "YEAR";

export interface PeriodCount {
  /** `2024-03-05`, `2024-03` or `2024`, by UTC; null for what is undated. */
  readonly period: string | null;
  readonly quotes: number;
}

/** One entity beside another. */
export interface CoMention {
  readonly entityId: string;
  /** Quotes of the one that mention the other, and of the other that mention the one. */
  readonly spokenOf: number;
  readonly spokenBy: number;
  /** Articles that mention both. */
  readonly articles: number;
}

/** `after` is the `position` of an item of an earlier page of the same list. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

export interface Page<T> {
  readonly items: readonly { readonly value: T; readonly position: string }[];
  /** Of the whole list, not of the page. */
  readonly total: number;
  readonly hasNext: boolean;
}

export interface ScoredChunk {
  readonly chunkId: string;
  readonly score: number;
}

export interface StoreInfo {
  readonly articles: number;
  readonly quotes: number;
  readonly people: number;
  readonly organizations: number;
  readonly places: number;
  readonly chunks: number;
  readonly sampleArticles: number;
  readonly model: string;
  readonly dimensions: number;
  readonly schemaVersion: number;
  /** When an article was last put in or removed; ISO 8601 UTC, null for an index that never held one. */
  readonly updatedAt: string | null;
}

/**
 * Keeps articles, quotes, entities, chunks and vectors, and answers from them. Asynchronous, so that a distributed
 * engine fits. Lists of values by id keep the order of the ids, with null for the unknown ones.
 */
export interface QuoteStore {
  info(): Promise<StoreInfo>;

  articles(ids: readonly string[]): Promise<readonly (Article | null)[]>;
  articleByUrl(url: string): Promise<Article | null>;
  listArticles(filter: ArticleFilter, page: PageRequest): Promise<Page<Article>>;

  quotes(ids: readonly string[]): Promise<readonly (Quote | null)[]>;
  listQuotes(filter: QuoteFilter, order: QuoteOrder, page: PageRequest): Promise<Page<Quote>>;

  /** Each by its own id, an earlier one of its own, or that of any article entity joined into it. */
  entities(ids: readonly string[]): Promise<readonly (Entity | null)[]>;
  /** For each question, in one call, all whom its names or its titles fit. */
  entitiesByNames(queries: readonly NameQuery[]): Promise<readonly EntitiesByName[]>;
  /**
   * For each word, folded, the words of names that are one slip of spelling away from it (`isOneSlip`): none for a word
   * of fewer than five letters, and none for one that stands in a name itself.
   */
  misspeltNameWords(words: readonly string[]): Promise<readonly (readonly string[])[]>;
  /** How many quotes each speaker said, alone or with others, in each period, the oldest first, undated ones last. */
  timelines(speakerIds: readonly string[], unit: TimelineUnit): Promise<readonly (readonly PeriodCount[])[]>;
  /** Whom and what each entity is mentioned with, up to a limit each: those of most quotes first, then of most articles. */
  coMentions(entityIds: readonly string[], limit: number): Promise<readonly (readonly CoMention[])[]>;
  /** The newest quotes of each speaker, up to a limit each. */
  quotesOfSpeakers(speakerIds: readonly string[], limit: number): Promise<readonly (readonly Quote[])[]>;
  /** In how many chunks' own words each phrase stands (stemmed). */
  phraseCounts(phrases: readonly string[]): Promise<readonly number[]>;
  /** The most mentioned first. */
  listEntities(filter: EntityFilter, page: PageRequest): Promise<Page<Entity>>;

  chunks(ids: readonly string[]): Promise<readonly (Chunk | null)[]>;
  /** The vectors of these chunks, null for the unknown ones. */
  vectors(chunkIds: readonly string[]): Promise<readonly (Float32Array | null)[]>;
  /** The chunks of an article in reading order. */
  chunksOfArticles(articleIds: readonly string[]): Promise<readonly (readonly Chunk[])[]>;

  /** A page of the chunks that match, in order. */
  rank(request: RankRequest): Promise<RankedPage>;
  /** The chunks nearest to a unit vector, by cosine (-1..1), the highest first: as many as match, up to `limit`. */
  nearest(vector: Float32Array, limit: number, filter: ChunkFilter): Promise<readonly ScoredChunk[]>;
  /**
   * The chunks whose own words are most like a text's, all of its words given in order; the likest first, with a score
   * above 0. Finds where words come from even when some were changed: by the rare ones, or by phrases where none is rare.
   */
  wordedLike(words: readonly string[], limit: number, filter: PublicationFilter): Promise<readonly ScoredChunk[]>;

  /** Articles as they were put in, to put them into another store: their quotes are said by entities of the article itself. */
  indexed(articleIds: readonly string[]): Promise<readonly (IndexedArticle | null)[]>;
  /** The people of the authority file. */
  people(): Promise<readonly AuthorityPerson[]>;
  /** All articles, in the order of their ids. */
  states(): Promise<readonly ArticleState[]>;
  /** By which names these articles call an entity; an article that does not name it has none. */
  namedIn(entityId: string, articleIds: readonly string[]): Promise<readonly NamedIn[]>;

  corrections(ids: readonly string[]): Promise<readonly (Correction | null)[]>;
  /** All that were ever made, undone ones too, the latest first. */
  listCorrections(page: PageRequest): Promise<Page<Correction>>;
  /** For each id of a quote or an entity the standing corrections that made it what it is, the latest first. */
  correctionsOf(ids: readonly string[]): Promise<readonly (readonly Correction[])[]>;

  close(): Promise<void>;
}

/**
 * One change at a time: opening a writer fails with INDEX_BUSY while another is at one, which hears that it is wanted, and gives way between its
 * changes. Each call is atomic and durable when it resolves.
 */
export interface QuoteStoreWriter extends QuoteStore {
  /** Puts an article in, or in the place of the one with its id. A full disk is DISK_FULL, and changes nothing. */
  put(indexed: IndexedArticle): Promise<void>;
  /** The number of articles removed; ids that are unknown do not count. */
  remove(articleIds: readonly string[]): Promise<number>;
  /** Takes these people in the place of those that an earlier call gave; none undoes it. */
  setPeople(people: readonly AuthorityPerson[]): Promise<void>;
  /**
   * Keeps a correction, and puts right all that it is about: now, and whenever the article is put in again. Of corrections of one
   * thing the latest by time counts, whichever came first. One that is known already changes nothing, unless it comes back undone.
   */
  correct(correction: Correction): Promise<void>;
  /** Makes everything what it would be without the correction, which is kept as undone. False for one that is unknown or undone. */
  undoCorrection(id: string, undone: Signed): Promise<boolean>;
  /** Removes everything but corrections, people included, and takes the model that this writer was opened with. */
  reset(): Promise<void>;
  /** Writes what is derived (the vector index) to disk, so that the next start is fast. */
  save(): Promise<void>;
}
