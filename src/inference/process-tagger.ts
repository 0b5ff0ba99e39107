import { type ArticleTags, NO_TAGS } from "../model/article-tags.ts";
import type { Span } from "../model/span.ts";
import { ModelClient } from "./model-client.ts";
import type { ModelLocation } from "./model-location.ts";
import type { Tagger } from "./tagger.ts";

/**
 * Starts a tagger alone in a process of its own and waits until it is loaded.
 * @throws MODEL_UNAVAILABLE when the model can't be loaded.
 */
export async function forkTagger(location: ModelLocation): Promise<Tagger> {
  return new ProcessTagger(location.name, await ModelClient.start({ embedder: null, tagger: location }));
}

export class ProcessTagger implements Tagger {
  readonly model: string;
  readonly #client: ModelClient;

  constructor(model: string, client: ModelClient) {
    this.model = model;
    this.#client = client;
  }

  async tag(text: string, blocks: readonly Span[]): Promise<ArticleTags> {
    if (blocks.length === 0) return NO_TAGS;
    const answer = await this.#client.ask({ task: "tag", text, blocks });
    return answer.type === "tags" ? answer.tags : NO_TAGS;
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
