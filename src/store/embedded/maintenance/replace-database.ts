import { randomUUID } from "node:crypto";
import { rename } from "node:fs/promises";
import Database from "better-sqlite3";
import { deleteTable } from "../chunk-table/table-file.ts";
import { databasePath } from "../open-index.ts";
import { isUnreadable } from "../sqlite-errors.ts";
import { deleteVectors } from "../vector-files.ts";
import { copyDatabase, removeDatabase } from "./copy-database.ts";

/**
 * Puts a database in the place of an index's own, whose writer's lock is held. Servers that have it open go on with the
 * new one: it counts as another life of the index, so that nothing that they hold of the old one is taken for true.
 */
export async function replaceDatabase(fresh: string, directory: string): Promise<void> {
  beginNewLife(fresh);
  const target = databasePath(directory);
  try {
    await copyDatabase(fresh, target);
    await removeDatabase(fresh);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    await removeDatabase(target);
    await rename(fresh, target);
  }
  await deleteVectors(directory);
  await deleteTable(directory);
}

function beginNewLife(path: string): void {
  const database = new Database(path);
  try {
    database.prepare("UPDATE meta SET value = ? WHERE name = 'generation'").run(randomUUID());
    database.pragma("journal_mode = DELETE");
  } finally {
    database.close();
  }
}
