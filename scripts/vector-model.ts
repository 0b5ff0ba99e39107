import { openEmbedder } from "../src/app/open-models.ts";
import type { Config } from "../src/config.ts";
import type { VectorModel } from "../src/store/vector-model.ts";

/** Of the model that is set, for commands that open an index and embed nothing. @throws MODEL_UNAVAILABLE */
export async function vectorModelOf(config: Config): Promise<VectorModel> {
  const embedder = await openEmbedder(config);
  const { model, dimensions } = embedder;
  await embedder.close();
  return { model, dimensions };
}
