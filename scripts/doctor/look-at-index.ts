import { existsSync } from "node:fs";
import type { Config } from "../../src/config.ts";
import { VerbatimError } from "../../src/errors.ts";
import { Connection } from "../../src/store/embedded/connection.ts";
import { readInfo } from "../../src/store/embedded/index-counts.ts";
import { checkCurrent, readState } from "../../src/store/embedded/index-state.ts";
import { databasePath } from "../../src/store/embedded/open-index.ts";
import { asVerbatimError } from "../../src/store/embedded/sqlite-errors.ts";
import { type Diagnosis, ill, well } from "./diagnosis.ts";

const ABOUT = "index";

/** The index can be opened, is of this version and of the model that is set. All its promises are for `npm run check-index`. */
export function lookAtIndex({ dataDirectory, model }: Pick<Config, "dataDirectory" | "model">): Diagnosis {
  if (!existsSync(databasePath(dataDirectory))) return well(ABOUT, "none yet: npm start makes one of the samples");
  let connection: Connection | null = null;
  try {
    connection = new Connection(databasePath(dataDirectory), "READ");
    checkCurrent(connection);
    return opened(connection, model);
  } catch (error) {
    const told = asVerbatimError(error, dataDirectory);
    const reason = told instanceof Error ? told.message : String(told);
    const advice = "Run npm run check-index, then npm run restore FILE or npm run repair.";
    return ill(ABOUT, reason, told instanceof VerbatimError && told.code === "BAD_SETTING" ? reason : advice);
  } finally {
    connection?.close();
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
