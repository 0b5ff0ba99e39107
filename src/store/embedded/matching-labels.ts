import { LRUCache } from "lru-cache";
import type { ChunkFilter } from "../quote-store.ts";
import { chunkFilterSql } from "./chunk-filter-sql.ts";
import type { Connection } from "./connection.ts";

/** Each may take 5 MB at 100,000 chunks. */
const MAX_KNOWN = 8;

/** The labels of the chunks that a filter lets through. */
class LabelSet {
  readonly all: readonly number[];
  #members: ReadonlySet<number> | null = null;

  constructor(all: readonly number[]) {
    this.all = all;
  }

  has(label: number): boolean {
    this.#members ??= new Set(this.all);
    return this.#members.has(label);
  }
}

/**
 * Finds them in the database, and keeps those of the last filters until anything changes: reading 50,000 labels takes
 * longer (9 ms) than the search among them (5 ms), and the pages of one result ask for the same ones.
 */
export class MatchingLabels {
  readonly #connection: Connection;
  readonly #known = new LRUCache<string, LabelSet>({ max: MAX_KNOWN });
  #stamp = "";

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  of(filter: ChunkFilter): LabelSet {
    this.#forgetWhenChanged();
    const name = JSON.stringify(filter);
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const where = chunkFilterSql(filter);
    const sql = `SELECT c.label FROM chunk c WHERE ${where.sql}`;
    const labels = new LabelSet(this.#connection.column<number>(sql, ...where.params));
    this.#known.set(name, labels);
    return labels;
  }

  #forgetWhenChanged(): void {
    const stamp = this.#connection.changeStamp();
    if (stamp !== this.#stamp) this.#known.clear();
    this.#stamp = stamp;
  }
}
