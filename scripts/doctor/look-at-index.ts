import { existsSync } from "node:fs";
import type { Config } from "../../src/config.ts";
import { hasCode, reasonOf, VerbatimError } from "../../src/errors.ts";
import { locateModel } from "../../src/inference/model-location.ts";
import { Connection } from "../../src/store/embedded/connection.ts";
import { readInfo } from "../../src/store/embedded/index-counts.ts";
import { checkCurrent, readState } from "../../src/store/embedded/index-state.ts";
import { databasePath, isBlank } from "../../src/store/embedded/open-index.ts";
import { asVerbatimError } from "../../src/store/embedded/sqlite-errors.ts";
import { type Diagnosis, ill, well } from "./diagnosis.ts";

const ABOUT = "index";
const NONE_YET = well(ABOUT, "none yet: npm start makes one of the samples");

/** The index can be opened, is of this version and of the model that is set. All its promises are for `npm run check-index`. */
export function lookAtIndex({
  store,
  dataDirectory,
  model,
  modelsDirectory,
}: Pick<Config, "store" | "dataDirectory" | "model" | "modelsDirectory">): Diagnosis {
  if (store === "opensearch") return well(ABOUT, "kept by a cluster, whose own health tells of it");
  if (!existsSync(databasePath(dataDirectory))) return NONE_YET;
  let connection: Connection | null = null;
  try {
    connection = new Connection(databasePath(dataDirectory), "READ");
    if (isBlank(connection)) return NONE_YET;
    checkCurrent(connection);
    return opened(connection, nameOfModel(model, modelsDirectory));
  } catch (error) {
    return unopened(error, dataDirectory);
  } finally {
    connection?.close();
  }
}

/** A version that does not fit, and a folder that can't be used, say themselves what to do. */
function unopened(error: unknown, dataDirectory: string): Diagnosis {
  const told = asVerbatimError(error, dataDirectory);
  const reason = reasonOf(told);
  const isSaid = error instanceof VerbatimError || hasCode(told, "BAD_SETTING");
  if (isSaid) return { about: ABOUT, isWell: false, told: reason };
  return ill(ABOUT, reason, "Run npm run check-index, then npm run restore FILE or npm run repair.");
}

/** An index keeps a model's name, and the setting may be its path; a model that is not there is told of elsewhere. */
function nameOfModel(setting: string, modelsDirectory: string): string {
  try {
    return locateModel(setting, modelsDirectory).name;
  } catch {
    return setting;
  }
}

function opened(connection: Connection, model: string): Diagnosis {
  const state = readState(connection);
  const { articles, quotes, chunks } = readInfo(connection);
  const told = `${articles} articles, ${quotes} quotes, ${chunks} passages, of the model ${state.model}`;
  const [said] = connection.column<string>("PRAGMA quick_check(1)");
  if (said !== "ok") return ill(ABOUT, `damaged: ${said}`, "Run npm run restore FILE, or npm run repair.");
  if (state.lastLabel === 0 || state.model === model) return well(ABOUT, told);
  return ill(ABOUT, told, `Set VERBATIM_MODEL to ${state.model}, or index anew with npm run index -- --reset PATH...`);
}
