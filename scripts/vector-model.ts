import type { Config } from "../src/config.ts";
import { locateModel } from "../src/inference/model-location.ts";
import { forkEmbedder } from "../src/inference/process-embedder.ts";
import type { VectorModel } from "../src/store/vector-model.ts";

/** Of the model that is set, for commands that open an index and embed nothing. @throws MODEL_UNAVAILABLE */
export async function vectorModelOf({ model: setting, modelsDirectory }: Config): Promise<VectorModel> {
  const embedder = await forkEmbedder(locateModel(setting, modelsDirectory));
  const { model, dimensions } = embedder;
  await embedder.close();
  return { model, dimensions };
}
