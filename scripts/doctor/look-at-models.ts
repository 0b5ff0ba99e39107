import type { Config } from "../../src/config.ts";
import { VerbatimError } from "../../src/errors.ts";
import { alteredModelFiles } from "../../src/inference/check-model-files.ts";
import { locateModel } from "../../src/inference/model-location.ts";
import { type Diagnosis, ill, well } from "./diagnosis.ts";

type ModelSettings = Pick<Config, "model" | "tagger" | "modelsDirectory">;

/** The models that are set are there, and their files are those that came with the project. */
export async function lookAtModels({ model, tagger, modelsDirectory }: ModelSettings): Promise<readonly Diagnosis[]> {
  const models = [await lookAtModel("embedding model", model, modelsDirectory, "VERBATIM_MODEL")];
  if (tagger === null) return [...models, well("tagger", "switched off: the rules read alone")];
  return [...models, await lookAtModel("tagger", tagger, modelsDirectory, "VERBATIM_TAGGER")];
}

async function lookAtModel(about: string, name: string, directory: string, setting: string): Promise<Diagnosis> {
  try {
    const altered = await alteredModelFiles(locateModel(name, directory, setting));
    if (altered === null) return well(about, `${name} is there; no SHA256SUMS came with it to check it by`);
    if (altered.length === 0) return well(about, `${name} is whole, by its SHA256SUMS`);
    const told = `${name} has files that are missing or altered: ${altered.join(", ")}`;
    return ill(about, told, `Bring them back (git restore embeddings/models), or set ${setting} to another model.`);
  } catch (error) {
    if (error instanceof VerbatimError) return ill(about, `${name} is not there`, error.message);
    throw error;
  }
}
