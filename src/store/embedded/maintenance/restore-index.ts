import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { VerbatimError } from "../../../errors.ts";
import { Connection } from "../connection.ts";
import { migrate } from "../open-index.ts";
import { MIGRATIONS, SCHEMA_VERSION } from "../schema.ts";
import { asVerbatimError } from "../sqlite-errors.ts";
import { WriterLock } from "../writer-lock.ts";
import { copyDatabase, removeDatabase } from "./copy-database.ts";
import { replaceDatabase } from "./replace-database.ts";

/**
 * Puts a backup in the place of an index, also under servers that have it open.
 * @throws BAD_INPUT for a file that is no sound backup, with the index as it was; INDEX_BUSY while somebody writes.
 */
export async function restoreIndex(file: string, directory: string): Promise<void> {
  checkBackup(file);
  mkdirSync(directory, { recursive: true });
  const lock = WriterLock.take(directory);
  const fresh = join(directory, "restore.tmp");
  try {
    await removeDatabase(fresh);
    await copyDatabase(file, fresh);
    bringUpToDate(fresh);
    await replaceDatabase(fresh, directory);
  } catch (error) {
    throw asVerbatimError(error, directory);
  } finally {
    await removeDatabase(fresh);
    lock.release();
  }
}

/** Servers that have the index open know the tables of this version only. */
function bringUpToDate(path: string): void {
  const connection = new Connection(path);
  try {
    migrate(connection);
  } finally {
    connection.close();
  }
}

function checkBackup(file: string): void {
  if (!existsSync(file)) throw noBackup(file, "it is not there");
  const wrong = whatIsWrong(file);
  if (wrong !== null) throw noBackup(file, wrong);
}

/** Null where nothing is. */
function whatIsWrong(file: string): string | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { readonly: true });
    const version = Number(database.pragma("user_version", { simple: true }));
    if (version !== SCHEMA_VERSION && MIGRATIONS[version] === undefined) {
      return `its schema version is ${version}, and this version of Verbatim reads ${SCHEMA_VERSION}`;
    }
    if (database.prepare("SELECT 1 FROM meta WHERE name = 'generation'").get() === undefined)
      return "it holds no index";
    return database.pragma("quick_check(1)", { simple: true }) === "ok" ? null : "it is damaged";
  } catch {
    return "it is damaged, or something else";
  } finally {
    database?.close();
  }
}

const noBackup = (file: string, reason: string): VerbatimError =>
  new VerbatimError(
    "BAD_INPUT",
    `${file} can't be restored: ${reason}. The index is as it was. Give a file that npm run backup wrote.`,
  );
