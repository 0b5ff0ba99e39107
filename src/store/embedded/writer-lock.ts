import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { ServiceError } from "../../model/service-fault.ts";
import { describeWriter, thisProcess, type WritingProcess } from "../writing-process.ts";

const LOCK_FILE = "writer.lock";
/** Who has the lock, for whoever is refused. */
const HOLDER_FILE = "writer.json";
/** Written anew by whoever is refused and will come again. */
const WANTED_FILE = "writer.wanted";

/**
 * Holds the right to write. The lock is SQLite's own on an empty database that nobody reads: the operating system
 * drops it with the process, however that ends, so that no stale lock is ever left.
 */
export class WriterLock {
  readonly #db: Database.Database;
  readonly #directory: string;
  #lastWanted: number;

  private constructor(db: Database.Database, directory: string) {
    this.#db = db;
    this.#directory = directory;
    this.#lastWanted = wantedAt(directory);
    writeNote(directory, HOLDER_FILE, JSON.stringify(thisProcess()));
  }

  /** Fails at once with INDEX_BUSY while another writer has it, in this process or another. */
  static take(directory: string): WriterLock {
    const db = new Database(join(directory, LOCK_FILE), { timeout: 0 });
    try {
      db.exec("BEGIN EXCLUSIVE");
      return new WriterLock(db, directory);
    } catch (error) {
      db.close();
      if (!(error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY"))) throw error;
      throw busy(directory);
    }
  }

  /** The same; where it fails, whoever has the lock learns that it is wanted. */
  static ask(directory: string): WriterLock {
    try {
      return WriterLock.take(directory);
    } catch (error) {
      writeNote(directory, WANTED_FILE, String(process.pid));
      throw error;
    }
  }

  /** Whether somebody asked for it in vain since this was asked before, or since the lock was taken. */
  isWanted(): boolean {
    const before = this.#lastWanted;
    this.#lastWanted = wantedAt(this.#directory);
    return this.#lastWanted !== before;
  }

  release(): void {
    this.#db.close();
  }
}

/** Milliseconds, to be compared with those of another time only; 0 where nobody ever was refused. */
const wantedAt = (directory: string): number =>
  statSync(join(directory, WANTED_FILE), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Where the disk is full or read-only nobody is told who writes, and all else goes on. */
function writeNote(directory: string, file: string, text: string): void {
  try {
    writeFileSync(join(directory, file), text);
  } catch {}
}

const busy = (directory: string): ServiceError =>
  new ServiceError({
    fault: "INDEX_WRITTEN_TO",
    ...{ index: `in ${directory}`, writer: describeWriter(holderOf(directory)), forgottenAfterS: null },
  });

/** Null where it did not say, as when it has only just begun. */
function holderOf(directory: string): WritingProcess | null {
  try {
    return JSON.parse(readFileSync(join(directory, HOLDER_FILE), "utf8")) as WritingProcess;
  } catch {
    return null;
  }
}
