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
}

/** @throws MODEL_UNAVAILABLE when a model can't be loaded. */
export async function forkModels(embedder: ModelLocation, tagger: ModelLocation | null): Promise<Models> {
  const client = await ModelClient.start({ embedder, tagger });
  return {
    embedder: new ProcessEmbedder(embedder.name, client),
    tagger: tagger && new ProcessTagger(client),
  };
}
