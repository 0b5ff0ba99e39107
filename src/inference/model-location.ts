import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { VerbatimError } from "../errors.ts";

/** Where a model lies: `root/name/` holds config.json, tokenizer.json and onnx/. */
export interface ModelLocation {
  readonly root: string;
  readonly name: string;
}

/**
 * Finds a model by its setting, which `variable` names: the name of one under `modelsDirectory`, or the path of a folder.
 * @throws MODEL_UNAVAILABLE when neither is there.
 */
export function locateModel(setting: string, modelsDirectory: string, variable = "VERBATIM_MODEL"): ModelLocation {
  if (existsSync(join(modelsDirectory, setting, "config.json"))) return { root: modelsDirectory, name: setting };
  const folder = resolve(setting);
  if (existsSync(join(folder, "config.json"))) return { root: dirname(folder), name: basename(folder) };
  throw new VerbatimError(
    "MODEL_UNAVAILABLE",
    `There is no model "${setting}": neither ${join(modelsDirectory, setting)} nor ${folder} holds a config.json. ` +
      `Set ${variable} to the name of a folder under embeddings/models or to the path of one.`,
  );
}
