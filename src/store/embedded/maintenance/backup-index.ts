import { existsSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { VerbatimError } from "../../../errors.ts";
import { databasePath } from "../open-index.ts";
import { asVerbatimError } from "../sqlite-errors.ts";
import { copyDatabase, removeDatabase, settleCopy } from "./copy-database.ts";

/**
 * Writes all that an index knows into one file, as it is at one moment, while others search and write it. The file is
 * whole or not there: it takes its name when it is on the disk. The vector graph is not in it: it follows from the rest.
 */
export async function backupIndex(directory: string, file: string): Promise<void> {
  const source = databasePath(directory);
  if (!existsSync(source)) throw noIndex(directory);
  const unfinished = `${file}.tmp`;
  try {
    await removeDatabase(unfinished);
    await copyDatabase(source, unfinished);
    settleCopy(unfinished);
    await sync(unfinished);
    await rename(unfinished, file);
  } catch (error) {
    await removeDatabase(unfinished);
    throw asVerbatimError(error, directory);
  }
}

export const noIndex = (directory: string): VerbatimError =>
  new VerbatimError("BAD_SETTING", `There is no index in ${directory}. Set VERBATIM_DATA_DIR to the folder of one.`);

async function sync(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
}
