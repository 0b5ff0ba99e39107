import { rm } from "node:fs/promises";
import Database from "better-sqlite3";

/** More pages than any index has: with all of them in one step no writer comes between, and the copy need not begin anew. */
const ALL_PAGES = 0x7fff_ffff;

/**
 * Copies a database by SQLite's own way (https://www.sqlite.org/backup.html), as it is at one moment, while others read and write it.
 * A database at the target is replaced as by one transaction: who has it open sees the old one, then the new one.
 */
export async function copyDatabase(source: string, target: string): Promise<void> {
  const database = new Database(source, { readonly: true, fileMustExist: true });
  try {
    await database.backup(target, { progress: () => ALL_PAGES });
  } finally {
    database.close();
  }
}

/** Makes a copy one whole file that needs no log beside it. @throws SqliteError, as SQLite tells it, where it is damaged. */
export function settleCopy(path: string): void {
  const copy = new Database(path);
  try {
    copy.pragma("journal_mode = DELETE");
    const [said] = copy.pragma("quick_check(1)") as readonly { readonly quick_check: string }[];
    if (said?.quick_check !== "ok") throw damaged(said?.quick_check ?? "");
  } finally {
    copy.close();
  }
}

const damaged = (what: string) => new Database.SqliteError(`The copy is damaged: ${what}`, "SQLITE_CORRUPT");

/** With the log that may lie beside it. */
export async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) await rm(path + suffix, { force: true });
}
