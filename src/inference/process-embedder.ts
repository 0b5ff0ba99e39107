import { LRUCache } from "lru-cache";
import type { Embedder } from "./embedder.ts";
import type { ModelLocation } from "./model-location.ts";
import { ModelPool } from "./model-pool.ts";

/** 1,000 queries of 384 dimensions are 1.5 MB. */
const CACHED_QUERIES = 1_000;

/**
 * Starts an embedding model alone in a process of its own and waits until it is loaded.
 * @throws MODEL_UNAVAILABLE when the model can't be loaded.
 */
export async function forkEmbedder(location: ModelLocation): Promise<Embedder> {
  return new ProcessEmbedder(location.name, await ModelPool.start({ embedder: location, tagger: null }, 1));
}

export class ProcessEmbedder implements Embedder {
  readonly model: string;
  readonly #pool: ModelPool;
  readonly #queries = new LRUCache<string, Promise<Float32Array>>({ max: CACHED_QUERIES });
  #hits = 0;
  #misses = 0;

  constructor(model: string, pool: ModelPool) {
    this.model = model;
    this.#pool = pool;
  }

  get dimensions(): number {
    return this.#pool.dimensions;
  }

  get maxTokens(): number {
    return this.#pool.maxTokens;
  }

  get isAway(): boolean {
    return this.#pool.isAway;
  }

  async embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    return texts.length === 0 ? [] : this.#vectors("embed", texts);
  }

  embedQuery(query: string): Promise<Float32Array> {
    const cached = this.#queries.get(query);
    if (cached) {
      this.#hits += 1;
      return cached;
    }
    this.#misses += 1;
    const vector = this.#vectors("embedQuery", [query]).then(([first]) => first as Float32Array);
    this.#queries.set(query, vector);
    vector.catch(() => this.#queries.delete(query));
    return vector;
  }

  async countTokens(texts: readonly string[]): Promise<readonly number[]> {
    if (texts.length === 0) return [];
    const answer = await this.#pool.ask({ task: "countTokens", texts });
    return answer.type === "counts" ? answer.counts : [];
  }

  /** How often a query's vector was known, and how often the model was asked for one. */
  get cacheUse(): { readonly hits: number; readonly misses: number } {
    return { hits: this.#hits, misses: this.#misses };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #vectors(task: "embed" | "embedQuery", texts: readonly string[]): Promise<readonly Float32Array[]> {
    const answer = await this.#pool.ask({ task, texts });
    return answer.type === "vectors" ? answer.vectors : [];
  }
}
