import type { Embedder } from "./embedder.ts";
import { ModelClient } from "./model-client.ts";
import type { ModelLocation } from "./model-location.ts";
import { ProcessEmbedder } from "./process-embedder.ts";
import { ProcessTagger } from "./process-tagger.ts";
import type { Tagger } from "./tagger.ts";

/** Both models in one process: closing either ends it. */
export interface Models {
  readonly embedder: Embedder;
  /** Null when it is switched off. */
  readonly tagger: Tagger | null;
  /** How the process and what is kept of its work have done so far. */
  state(): ModelsState;
}

interface ModelsState {
  readonly restarts: number;
  readonly queryCacheHits: number;
  readonly queryCacheMisses: number;
}

/** @throws MODEL_UNAVAILABLE when a model can't be loaded. */
export async function forkModels(embedder: ModelLocation, tagger: ModelLocation | null): Promise<Models> {
  const client = await ModelClient.start({ embedder, tagger });
  const sentences = new ProcessEmbedder(embedder.name, client);
  return {
    embedder: sentences,
    tagger: tagger && new ProcessTagger(tagger.name, client),
    state: () => ({
      restarts: client.restarts,
      ...{ queryCacheHits: sentences.cacheUse.hits, queryCacheMisses: sentences.cacheUse.misses },
    }),
  };
}
