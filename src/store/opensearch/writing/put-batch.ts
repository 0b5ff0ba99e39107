import type { IndexedArticle } from "../../quote-store.ts";

/**
 * So many chunks make one change: some 5 MB of a journal's entry, and a second or two, after which others have their turn. What a change costs whatever is in it (its
 * entry, questions, making it seen) is then little beside its documents.
 */
const MOST_CHUNKS = 500;
/** Of articles with few chunks or none. */
const MOST_ARTICLES = 100;

/** Of those articles that could not be put in, by their ids, why. */
export type Refusals = ReadonlyMap<string, unknown>;

/** Articles that wait while another change is made, and then go in as one. */
export class PutBatch {
  readonly #articles: Map<string, IndexedArticle>;
  #chunks: number;
  #isClosed = false;

  constructor(first: IndexedArticle) {
    this.#articles = new Map([[first.article.id, first]]);
    this.#chunks = first.chunks.length;
  }

  /** False where it is closed or full, or holds another version of the article, which was asked for before. */
  add(indexed: IndexedArticle): boolean {
    const { id } = indexed.article;
    const isFull = this.#articles.size === MOST_ARTICLES || this.#chunks + indexed.chunks.length > MOST_CHUNKS;
    if (this.#isClosed || isFull || this.#articles.has(id)) return false;
    this.#articles.set(id, indexed);
    this.#chunks += indexed.chunks.length;
    return true;
  }

  /** Takes no more, and gives the articles in the order in which they came. */
  close(): readonly IndexedArticle[] {
    this.#isClosed = true;
    return [...this.#articles.values()];
  }
}
