import type { Article } from "../../model/article.ts";
import type { Chunk } from "../../model/chunk.ts";
import type { Correction, NamedIn } from "../../model/correction.ts";
import type { Entity } from "../../model/entity.ts";
import type { Quote } from "../../model/quote.ts";
import type { ChunkFilter } from "../chunk-filter.ts";
import type {
  ArticleFilter,
  ArticleState,
  AuthorityPerson,
  CoMention,
  EntitiesByName,
  EntityFilter,
  IndexedArticle,
  NameQuery,
  Page,
  PageRequest,
  PeriodCount,
  PublicationFilter,
  QuoteFilter,
  QuoteOrder,
  QuoteStore,
  ScoredChunk,
  StoreInfo,
  TimelineUnit,
} from "../quote-store.ts";
import type { RankedPage, RankRequest } from "../rank-request.ts";
import { listArticles, readArticleByUrl, readArticleStates, readArticles } from "./articles.ts";
import { readChunks, readChunksOfArticles, readVectors } from "./chunks.ts";
import { listCorrections, readCorrections, readCorrectionsOf } from "./corrections/correction-rows.ts";
import { listEntities, readEntities, readNamesIn } from "./entities.ts";
import { readEntitiesByNames } from "./entities-by-names.ts";
import { readInfo } from "./index-counts.ts";
import type { IndexHandle } from "./index-handle.ts";
import { readPeople } from "./people/authority.ts";
import { listQuotes, readQuotes } from "./quotes.ts";
import { readIndexed } from "./read-indexed.ts";
import { misspeltWords } from "./similar-words.ts";
import { countPhrases, readCoMentions, readQuotesOfSpeakers, readTimelines } from "./speaker-statistics.ts";
import { findWordedLike } from "./wording.ts";

/** The port over SQLite and a vector index beside it, each answer from one connection of this process. */
export class EmbeddedQuoteStore implements QuoteStore {
  readonly #handle: IndexHandle;
  readonly #beside: Promise<void>;

  /** @param beside What goes on beside the answers until it is done: closing waits for it. */
  constructor(handle: IndexHandle, beside: Promise<void> = Promise.resolve()) {
    this.#handle = handle;
    this.#beside = beside;
  }

  info(): Promise<StoreInfo> {
    return this.#handle.use(({ connection }) => readInfo(connection));
  }

  articles(ids: readonly string[]): Promise<readonly (Article | null)[]> {
    return this.#handle.use(({ connection }) => readArticles(connection, ids));
  }

  articleByUrl(url: string): Promise<Article | null> {
    return this.#handle.use(({ connection }) => readArticleByUrl(connection, url));
  }

  listArticles(filter: ArticleFilter, page: PageRequest): Promise<Page<Article>> {
    return this.#handle.use(({ connection }) => listArticles(connection, filter, page));
  }

  quotes(ids: readonly string[]): Promise<readonly (Quote | null)[]> {
    return this.#handle.use(({ connection }) => readQuotes(connection, ids));
  }

  listQuotes(filter: QuoteFilter, order: QuoteOrder, page: PageRequest): Promise<Page<Quote>> {
    return this.#handle.use(({ connection }) => listQuotes(connection, filter, order, page));
  }

  entities(ids: readonly string[]): Promise<readonly (Entity | null)[]> {
    return this.#handle.use(({ connection }) => readEntities(connection, ids));
  }

  entitiesByNames(queries: readonly NameQuery[]): Promise<readonly EntitiesByName[]> {
    return this.#handle.use(({ connection }) => readEntitiesByNames(connection, queries));
  }

  misspeltNameWords(words: readonly string[]): Promise<readonly (readonly string[])[]> {
    return this.#handle.use(({ connection }) => words.map((word) => misspeltWords(connection, word)));
  }

  listEntities(filter: EntityFilter, page: PageRequest): Promise<Page<Entity>> {
    return this.#handle.use(({ connection }) => listEntities(connection, filter, page));
  }

  timelines(speakerIds: readonly string[], unit: TimelineUnit): Promise<readonly (readonly PeriodCount[])[]> {
    return this.#handle.use(({ connection }) => readTimelines(connection, speakerIds, unit));
  }

  coMentions(entityIds: readonly string[], limit: number): Promise<readonly (readonly CoMention[])[]> {
    return this.#handle.use(({ connection }) => readCoMentions(connection, entityIds, limit));
  }

  quotesOfSpeakers(speakerIds: readonly string[], limit: number): Promise<readonly (readonly Quote[])[]> {
    return this.#handle.use(({ connection }) => readQuotesOfSpeakers(connection, speakerIds, limit));
  }

  phraseCounts(phrases: readonly string[]): Promise<readonly number[]> {
    return this.#handle.use(({ connection }) => countPhrases(connection, phrases));
  }

  chunks(ids: readonly string[]): Promise<readonly (Chunk | null)[]> {
    return this.#handle.use(({ connection }) => readChunks(connection, ids));
  }

  vectors(chunkIds: readonly string[]): Promise<readonly (Float32Array | null)[]> {
    return this.#handle.use(({ connection }) => readVectors(connection, chunkIds));
  }

  chunksOfArticles(articleIds: readonly string[]): Promise<readonly (readonly Chunk[])[]> {
    return this.#handle.use(({ connection }) => readChunksOfArticles(connection, articleIds));
  }

  rank(request: RankRequest): Promise<RankedPage> {
    return this.#handle.use(({ chunks }) => chunks.rank(request));
  }

  nearest(vector: Float32Array, limit: number, filter: ChunkFilter): Promise<readonly ScoredChunk[]> {
    return this.#handle.use(({ chunks }) => chunks.nearest(vector, limit, filter));
  }

  wordedLike(words: readonly string[], limit: number, filter: PublicationFilter): Promise<readonly ScoredChunk[]> {
    return this.#handle.use(({ connection }) => findWordedLike(connection, words, limit, filter));
  }

  indexed(articleIds: readonly string[]): Promise<readonly (IndexedArticle | null)[]> {
    return this.#handle.use(({ connection, place }) =>
      connection.reading(() => articleIds.map((id) => readIndexed(connection, id, place.dimensions))),
    );
  }

  people(): Promise<readonly AuthorityPerson[]> {
    return this.#handle.use(({ connection }) => readPeople(connection));
  }

  states(): Promise<readonly ArticleState[]> {
    return this.#handle.use(({ connection }) => readArticleStates(connection));
  }

  namedIn(entityId: string, articleIds: readonly string[]): Promise<readonly NamedIn[]> {
    return this.#handle.use(({ connection }) => readNamesIn(connection, entityId, articleIds));
  }

  corrections(ids: readonly string[]): Promise<readonly (Correction | null)[]> {
    return this.#handle.use(({ connection }) => readCorrections(connection, ids));
  }

  listCorrections(page: PageRequest): Promise<Page<Correction>> {
    return this.#handle.use(({ connection }) => listCorrections(connection, page));
  }

  correctionsOf(ids: readonly string[]): Promise<readonly (readonly Correction[])[]> {
    return this.#handle.use(({ connection }) => readCorrectionsOf(connection, ids));
  }

  async close(): Promise<void> {
    this.#handle.close();
    await this.#beside;
  }
}
