import { join } from "node:path";
import Database from "better-sqlite3";
import { VerbatimError } from "../../errors.ts";

const LOCK_FILE = "writer.lock";

/**
 * Holds the right to write. The lock is SQLite's own on an empty database that nobody reads: the operating system
 * drops it with the process, however that ends, so that no stale lock is ever left.
 */
export class WriterLock {
  readonly #db: Database.Database;

  private constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Fails at once with INDEX_BUSY while another writer is open, in this process or another. */
  static take(directory: string): WriterLock {
    const db = new Database(join(directory, LOCK_FILE), { timeout: 0 });
    try {
      db.exec("BEGIN EXCLUSIVE");
      return new WriterLock(db);
    } catch (error) {
      db.close();
      if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) throw busy(directory);
      throw error;
    }
  }

  release(): void {
    this.#db.close();
  }
}

const busy = (directory: string): VerbatimError =>
  new VerbatimError(
    "INDEX_BUSY",
    `Another process is writing to the index in ${directory}. Wait until it has finished, or stop it, and try again.`,
  );
