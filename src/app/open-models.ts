import type { Config } from "../config.ts";
import type { Embedder } from "../inference/embedder.ts";
import { forkModels, type Models } from "../inference/fork-models.ts";
import { locateModel, type ModelLocation } from "../inference/model-location.ts";
import { manyProcesses } from "../inference/model-pool.ts";
import { forkEmbedder } from "../inference/process-embedder.ts";
import { forkTagger } from "../inference/process-tagger.ts";
import type { Tagger } from "../inference/tagger.ts";

/**
 * @param mostProcesses How many there may be: `manyProcesses()` for whoever reads articles by the hundred.
 * @throws MODEL_UNAVAILABLE
 */
export const openModels = (config: Config, mostProcesses = 1): Promise<Models> =>
  forkModels(locateModel(config.model, config.modelsDirectory), locateTagger(config), mostProcesses);

/** The model of vectors alone, for what reads no articles. @throws MODEL_UNAVAILABLE */
export const openEmbedder = ({
  model,
  modelsDirectory,
}: Pick<Config, "model" | "modelsDirectory">): Promise<Embedder> => forkEmbedder(locateModel(model, modelsDirectory));

/**
 * The tagger alone, for what needs no index and reads articles by the hundred; null where it is switched off.
 * @throws MODEL_UNAVAILABLE
 */
export async function openTagger(config: Config): Promise<Tagger | null> {
  const location = locateTagger(config);
  return location && forkTagger(location, manyProcesses());
}

const locateTagger = ({ tagger, modelsDirectory }: Config): ModelLocation | null =>
  tagger === null ? null : locateModel(tagger, modelsDirectory, "VERBATIM_TAGGER");
