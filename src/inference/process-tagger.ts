import { type ArticleTags, NO_TAGS } from "../model/article-tags.ts";
import type { Span } from "../model/span.ts";
import type { ModelLocation } from "./model-location.ts";
import { ModelPool } from "./model-pool.ts";
import type { Tagger } from "./tagger.ts";

/**
 * Starts a tagger alone in a process of its own, one of up to so many, and waits until it is ready.
 * @throws MODEL_UNAVAILABLE when the model can't be loaded.
 */
export async function forkTagger(location: ModelLocation, mostProcesses: number): Promise<Tagger> {
  return new ProcessTagger(location.name, await ModelPool.start({ embedder: null, tagger: location }, mostProcesses));
}

export class ProcessTagger implements Tagger {
  readonly model: string;
  readonly #pool: ModelPool;

  constructor(model: string, pool: ModelPool) {
    this.model = model;
    this.#pool = pool;
  }

  async tag(text: string, blocks: readonly Span[]): Promise<ArticleTags> {
    if (blocks.length === 0) return NO_TAGS;
    const answer = await this.#pool.ask({ task: "tag", text, blocks });
    return answer.type === "tags" ? answer.tags : NO_TAGS;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
