import type { Embedder } from "./embedder.ts";
import type { ModelLocation } from "./model-location.ts";
import { ModelPool } from "./model-pool.ts";
import { ProcessEmbedder } from "./process-embedder.ts";
import { ProcessTagger } from "./process-tagger.ts";
import type { Tagger } from "./tagger.ts";

/** Both models in the same processes: closing either ends them. */
export interface Models {
  readonly embedder: Embedder;
  /** Null when it is switched off. */
  readonly tagger: Tagger | null;
  /** How the processes and what is kept of their work have done so far. */
  state(): ModelsState;
}

interface ModelsState {
  readonly restarts: number;
  readonly queryCacheHits: number;
  readonly queryCacheMisses: number;
}

/**
 * @param mostProcesses How many there may be, each with both models.
 * @throws MODEL_UNAVAILABLE when a model can't be loaded.
 */
export async function forkModels(
  embedder: ModelLocation,
  tagger: ModelLocation | null,
  mostProcesses: number,
): Promise<Models> {
  const pool = await ModelPool.start({ embedder, tagger }, mostProcesses);
  const sentences = new ProcessEmbedder(embedder.name, pool);
  return {
    embedder: sentences,
    tagger: tagger && new ProcessTagger(tagger.name, pool),
    state: () => ({
      restarts: pool.restarts,
      ...{ queryCacheHits: sentences.cacheUse.hits, queryCacheMisses: sentences.cacheUse.misses },
    }),
  };
}
