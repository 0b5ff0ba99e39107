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
import { listCorrections, readCorrections, readCorrectionsOf } from "./corrections/corrections.ts";
import { toIndexed } from "./documents/to-indexed.ts";
import { entityIdOfEach, listEntities, readEntities, readNamesIn } from "./entities.ts";
import { readEntitiesByNames } from "./entities-by-names.ts";
import { readInfo } from "./index-counts.ts";
import { checkState, newState, readPeople, readState } from "./index-state.ts";
import type { Indices } from "./indices.ts";
import { findNearest } from "./nearest.ts";
import type { OpenIndex } from "./open-index.ts";
import { listQuotes, readQuotes, readQuotesOfSpeakers } from "./quotes.ts";
import { rankChunks } from "./rank/rank-chunks.ts";
import { readWhole } from "./read-whole.ts";
import { misspeltWords } from "./similar-words.ts";
import { countPhrases, readCoMentions, readTimelines } from "./speaker-statistics.ts";
import { findWordedLike } from "./worded-like.ts";

/** The port over the indices of an OpenSearch cluster: nothing is kept here, so that any number of servers may stand before it. */
export class OpenSearchQuoteStore implements QuoteStore {
  readonly #index: OpenIndex;

  constructor(index: OpenIndex) {
    this.#index = index;
  }

  async info(): Promise<StoreInfo> {
    const { place } = this.#index;
    const state = (await readState(this.#indices)) ?? newState(place);
    checkState(state, place, place.prefix);
    return readInfo(this.#indices, state);
  }

  articles(ids: readonly string[]): Promise<readonly (Article | null)[]> {
    return readArticles(this.#indices, ids);
  }

  articleByUrl(url: string): Promise<Article | null> {
    return readArticleByUrl(this.#indices, url);
  }

  listArticles(filter: ArticleFilter, page: PageRequest): Promise<Page<Article>> {
    return listArticles(this.#indices, filter, page);
  }

  quotes(ids: readonly string[]): Promise<readonly (Quote | null)[]> {
    return readQuotes(this.#indices, ids);
  }

  listQuotes(filter: QuoteFilter, order: QuoteOrder, page: PageRequest): Promise<Page<Quote>> {
    return listQuotes(this.#indices, filter, order, page);
  }

  entities(ids: readonly string[]): Promise<readonly (Entity | null)[]> {
    return readEntities(this.#indices, ids);
  }

  entitiesByNames(queries: readonly NameQuery[]): Promise<readonly EntitiesByName[]> {
    return readEntitiesByNames(this.#indices, queries);
  }

  misspeltNameWords(words: readonly string[]): Promise<readonly (readonly string[])[]> {
    return Promise.all(words.map((word) => misspeltWords(this.#indices, word)));
  }

  listEntities(filter: EntityFilter, page: PageRequest): Promise<Page<Entity>> {
    return listEntities(this.#indices, filter, page);
  }

  timelines(speakerIds: readonly string[], unit: TimelineUnit): Promise<readonly (readonly PeriodCount[])[]> {
    return readTimelines(this.#indices, speakerIds, unit);
  }

  coMentions(entityIds: readonly string[], limit: number): Promise<readonly (readonly CoMention[])[]> {
    return readCoMentions(this.#indices, entityIds, limit);
  }

  async quotesOfSpeakers(speakerIds: readonly string[], limit: number): Promise<readonly (readonly Quote[])[]> {
    return readQuotesOfSpeakers(this.#indices, await entityIdOfEach(this.#indices, speakerIds), limit);
  }

  phraseCounts(phrases: readonly string[]): Promise<readonly number[]> {
    return countPhrases(this.#indices, phrases);
  }

  chunks(ids: readonly string[]): Promise<readonly (Chunk | null)[]> {
    return readChunks(this.#indices, ids);
  }

  vectors(chunkIds: readonly string[]): Promise<readonly (Float32Array | null)[]> {
    return readVectors(this.#indices, chunkIds);
  }

  chunksOfArticles(articleIds: readonly string[]): Promise<readonly (readonly Chunk[])[]> {
    return readChunksOfArticles(this.#indices, articleIds);
  }

  rank(request: RankRequest): Promise<RankedPage> {
    return rankChunks(this.#indices, request);
  }

  nearest(vector: Float32Array, limit: number, filter: ChunkFilter): Promise<readonly ScoredChunk[]> {
    return findNearest(this.#indices, vector, limit, filter);
  }

  wordedLike(words: readonly string[], limit: number, filter: PublicationFilter): Promise<readonly ScoredChunk[]> {
    return findWordedLike(this.#indices, words, limit, filter);
  }

  async indexed(articleIds: readonly string[]): Promise<readonly (IndexedArticle | null)[]> {
    const read: (IndexedArticle | null)[] = [];
    for (const id of articleIds) read.push(toIndexed(await readWhole(this.#indices, id)));
    return read;
  }

  people(): Promise<readonly AuthorityPerson[]> {
    return readPeople(this.#indices);
  }

  states(): Promise<readonly ArticleState[]> {
    return readArticleStates(this.#indices);
  }

  namedIn(entityId: string, articleIds: readonly string[]): Promise<readonly NamedIn[]> {
    return readNamesIn(this.#indices, entityId, articleIds);
  }

  corrections(ids: readonly string[]): Promise<readonly (Correction | null)[]> {
    return readCorrections(this.#indices, ids);
  }

  listCorrections(page: PageRequest): Promise<Page<Correction>> {
    return listCorrections(this.#indices, page);
  }

  correctionsOf(ids: readonly string[]): Promise<readonly (readonly Correction[])[]> {
    return readCorrectionsOf(this.#indices, ids);
  }

  close(): Promise<void> {
    return this.#indices.cluster.close();
  }

  get #indices(): Indices {
    return this.#index.indices;
  }
}
