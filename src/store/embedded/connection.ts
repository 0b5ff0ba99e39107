import Database from "better-sqlite3";
import { LRUCache } from "lru-cache";

export type SqlValue = string | number | Uint8Array | null;

/** Filters of other shapes are other statements; more shapes than these at once are prepared again. */
const MAX_PREPARED_STATEMENTS = 256;
/** How long a statement waits for another process's transaction: a large article takes well under a second. */
const BUSY_TIMEOUT_MS = 10_000;
/**
 * SQLite counts pages in KiB when the number is negative. A search reads the few passages that it shows, and with four times as much is no
 * faster at 100,000 chunks.
 */
const CACHE_SIZE = -16_384;
/** Keeps the words of 100,000 chunks near, to which every new one adds. */
const CACHE_SIZE_WRITING = -65_536;
/** Enough to find the way through a table in order. */
const CACHE_SIZE_READING_ONCE = -4_096;
/** Past this the write-ahead log is cut after a checkpoint, so that one large run does not leave a large file. */
const MAX_LOG_BYTES = 64 * 1024 * 1024;

/** What SQLite answers to a reader where a killed process left its change half written, and nobody has undone it since. */
const HALF_WRITTEN: readonly string[] = ["SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY"];

/** One connection to the database, with every statement prepared once. */
export class Connection {
  readonly #db: Database.Database;
  readonly #statements = new LRUCache<string, Database.Statement<SqlValue[], unknown>>({
    max: MAX_PREPARED_STATEMENTS,
  });

  /**
   * Opens the file, made when it is missing; for READ alone one that is there, of which nothing is changed but what a process that was killed left half
   * written, which is undone. Throws SqliteError, `SQLITE_NOTADB` where the file is something else.
   */
  constructor(path: string, use: "READ" | "WRITE" = "WRITE") {
    if (use === "READ") {
      this.#db = openForReading(path);
      return;
    }
    this.#db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    try {
      this.#db.pragma("journal_mode = WAL");
      // FULL syncs the log at every commit: what has resolved is still there after a power cut.
      this.#db.pragma("synchronous = FULL");
      this.#db.pragma("foreign_keys = ON");
      this.#db.pragma(`cache_size = ${CACHE_SIZE}`);
      this.#db.pragma(`journal_size_limit = ${MAX_LOG_BYTES}`);
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  /** The row's shape is the caller's word for what the SQL selects. */
  all<Row>(sql: string, ...params: readonly SqlValue[]): readonly Row[] {
    return this.#prepare(sql).all(...params) as Row[];
  }

  get<Row>(sql: string, ...params: readonly SqlValue[]): Row | undefined {
    return this.#prepare(sql).get(...params) as Row | undefined;
  }

  /** The first column of every row. */
  column<Value extends SqlValue>(sql: string, ...params: readonly SqlValue[]): readonly Value[] {
    return this.#prepare(sql)
      .pluck()
      .all(...params) as Value[];
  }

  /** The number of rows changed. */
  run(sql: string, ...params: readonly SqlValue[]): number {
    return this.#prepare(sql).run(...params).changes;
  }

  /** Runs several statements, for the schema. */
  script(sql: string): void {
    this.#db.exec(sql);
  }

  /** Lets statements call a function of one blob. */
  define(name: string, work: (blob: Uint8Array) => Uint8Array): void {
    this.#db.function(name, { deterministic: true }, (blob: unknown) => work(blob as Uint8Array));
  }

  pragma(text: string): unknown {
    return this.#db.pragma(text, { simple: true });
  }

  /** Another text after every change of the database, by this connection or by any other. */
  changeStamp(): string {
    const [others] = this.column<number>("PRAGMA data_version");
    const [mine] = this.column<number>("SELECT total_changes()");
    return `${others} ${mine}`;
  }

  /** Everything in `work` sees one state of the database. */
  reading<T>(work: () => T): T {
    return this.#db.transaction(work).deferred();
  }

  /** All of `work` or nothing: what it throws rolls back. */
  writing<T>(work: () => T): T {
    return this.#db.transaction(work).immediate();
  }

  /** Keeps more pages from now on: for who writes much. */
  cacheForWriting(): void {
    this.pragma(`cache_size = ${CACHE_SIZE_WRITING}`);
  }

  /** While `work` reads all of a table once, few pages are kept: the cache is for those that are read again. */
  async readingOnce(work: () => Promise<void>): Promise<void> {
    const cacheSize = this.pragma("cache_size");
    this.pragma(`cache_size = ${CACHE_SIZE_READING_ONCE}`);
    try {
      await work();
    } finally {
      if (this.isOpen) this.pragma(`cache_size = ${cacheSize}`);
    }
  }

  get isOpen(): boolean {
    return this.#db.open;
  }

  close(): void {
    this.#db.close();
  }

  #prepare(sql: string): Database.Statement<SqlValue[], unknown> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare<SqlValue[]>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function openForReading(path: string): Database.Database {
  const open = () => new Database(path, { timeout: BUSY_TIMEOUT_MS, readonly: true, fileMustExist: true });
  const db = open();
  if (!isHalfWritten(db)) return db;
  db.close();
  undoHalfWritten(path);
  return open();
}

/** Any other fault is met again, and told, by whoever reads on. */
function isHalfWritten(db: Database.Database): boolean {
  try {
    db.pragma("schema_version");
    return false;
  } catch (error) {
    return error instanceof Database.SqliteError && HALF_WRITTEN.includes(error.code);
  }
}

/** SQLite does so by itself at the first look of one that may write. */
function undoHalfWritten(path: string): void {
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true });
  try {
    db.pragma("schema_version");
  } finally {
    db.close();
  }
}
