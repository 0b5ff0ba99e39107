import { constants, existsSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { isUnreadable } from "../sqlite-errors.ts";
import { copyDatabase, removeDatabase } from "./copy-database.ts";

/** What SQLite keeps beside a database of changes that are not in its file yet. */
const LOG = "-wal";

/**
 * Keeps a database as it is beside itself, with all that its log holds, and gives the path of the copy. An earlier copy stays: it may
 * hold what a repair has lost since.
 */
export async function keepFormer(database: string): Promise<string> {
  const former = freePath(`${database}.before-repair`);
  try {
    await copyDatabase(database, former);
  } catch (error) {
    await removeDatabase(former);
    if (!isUnreadable(error)) throw error;
    await copyBytes(database, former);
  }
  return former;
}

/** Of what SQLite takes for no database: the file and its log as they lie there. */
async function copyBytes(database: string, former: string): Promise<void> {
  for (const suffix of ["", LOG]) {
    if (existsSync(database + suffix)) await copyFile(database + suffix, former + suffix, constants.COPYFILE_EXCL);
  }
}

function freePath(path: string): string {
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? path : `${path}-${number}`;
    if (!existsSync(numbered)) return numbered;
  }
}
