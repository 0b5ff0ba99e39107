import { setImmediate as nextTurn } from "node:timers/promises";
import type { Connection } from "../connection.ts";
import { readState } from "../index-state.ts";
import { SlicePace } from "../slice-pace.ts";
import { type CodedVector, readCodes } from "../vector-blob.ts";
import type { ChunkTable } from "./chunk-table.ts";
import { loadTable, type SavedTable, saveTable } from "./table-file.ts";
import { SLICE_ROWS, TableFollower } from "./table-follower.ts";

/** Fewer new rows than these, or than this share of all, are read from the database faster than a whole table is written. */
const LEAST_NEW_ROWS = 1_000;
const LEAST_NEW_SHARE = 0.1;

interface StoredVector {
  readonly label: number;
  readonly vector: Uint8Array;
}

const VECTORS_AFTER = "SELECT label, context_vector AS vector FROM chunk_vector WHERE label > ? ORDER BY label LIMIT ?";

const NO_VECTOR: CodedVector = { scale: 0, codes: new Int8Array(0) };

/**
 * The chunk table of a database, brought up to it before every use, whichever process writes there. What was saved of it is read
 * as it lies there: to take the words of 100,000 chunks apart again would take some seconds. So it takes, beside the one that serves, to
 * make a table anew of which most rows have been removed.
 */
export class FollowedChunks {
  readonly #connection: Connection;
  readonly #directory: string;
  readonly #dimensions: number;
  /** Null until it is first asked for. */
  #serving: TableFollower | null = null;
  readonly #renewalPace = new SlicePace();
  #renewal: Promise<void> | null = null;
  /** The state of the database that the table was brought up to. */
  #followed = "";
  /** Rows of the saved table. */
  #savedRows = 0;

  constructor(connection: Connection, directory: string, dimensions: number) {
    this.#connection = connection;
    this.#directory = directory;
    this.#dimensions = dimensions;
  }

  /** Takes in all that the database holds, a slice at each turn of the event loop, so that the first search need not. */
  load(): Promise<void> {
    return this.#connection.readingOnce(async () => {
      if (this.#serving === null) await this.#takeSaved();
      while (this.#connection.isOpen && this.#connection.reading(() => this.#upToDate().followSlice()))
        await nextTurn();
    });
  }

  /** Writes the table down, brought up to the database, where that has much more than what was saved, or much less. */
  async save(): Promise<void> {
    await this.load();
    if (this.#serving?.table.isWorn) await this.#renewalPace.hurry(() => this.#renew());
    const serving = this.#serving;
    if (serving === null) return;
    const { table, position } = serving;
    const { rowCount } = table;
    if (rowCount - this.#savedRows < Math.max(LEAST_NEW_ROWS, LEAST_NEW_SHARE * rowCount)) return;
    await saveTable(this.#directory, table, position, this.#dimensions);
    this.#savedRows = rowCount;
  }

  /** The table as the database is now. Call it, and use what it gives, within one `connection.reading`. */
  current(): ChunkTable {
    const stamp = this.#connection.changeStamp();
    const serving = this.#upToDate();
    if (stamp !== this.#followed) while (serving.followSlice());
    this.#followed = stamp;
    // What goes wrong with it is tried again by the next search; this one passes over the removed rows.
    if (serving.table.isWorn) this.#renew().catch(() => {});
    return serving.table;
  }

  async #takeSaved(): Promise<void> {
    const { generation } = readState(this.#connection);
    const saved = await loadTable(this.#directory, { generation, dimensions: this.#dimensions });
    if (saved === null || !this.#connection.isOpen || !this.#fits(saved)) return;
    if (!(await this.#addVectors(saved.table)) || this.#serving !== null) return;
    this.#serve(new TableFollower(this.#connection, saved));
    this.#savedRows = saved.table.rowCount;
  }

  /** Whether the database is the one that the table was made of, and not an older copy of it, which would give its labels anew. */
  #fits({ table, position }: SavedTable): boolean {
    const { lastLabel, lastRemoval } = readState(this.#connection);
    if (position.lastLabel > lastLabel || position.lastRemoval > lastRemoval) return false;
    const sql = `SELECT (SELECT COUNT(*) FROM chunk WHERE label <= ?) +
      (SELECT COUNT(*) FROM chunk_removal WHERE number > ? AND label <= ?)`;
    const [count] = this.#connection.column<number>(sql, position.lastLabel, position.lastRemoval, position.lastLabel);
    return count === table.count;
  }

  /** A slice at each turn of the event loop. False where the store was closed meanwhile. */
  async #addVectors(table: ChunkTable): Promise<boolean> {
    const labels = table.labels.values;
    let row = 0;
    while (row < labels.length) {
      if (!this.#connection.isOpen) return false;
      const before = row === 0 ? 0 : (labels[row - 1] as number);
      const slice = this.#connection.all<StoredVector>(VECTORS_AFTER, before, SLICE_ROWS);
      const vectors = new Map(slice.map(({ label, vector }) => [label, vector]));
      const last = slice.length < SLICE_ROWS ? Number.POSITIVE_INFINITY : (slice.at(-1)?.label ?? 0);
      for (; row < labels.length && (labels[row] as number) <= last; row++) {
        const vector = vectors.get(labels[row] as number);
        table.vectors.add(vector === undefined ? NO_VECTOR : readCodes(vector));
      }
      await nextTurn();
    }
    return true;
  }

  /** What serves; after a reset of the database one that is to take in all anew. */
  #upToDate(): TableFollower {
    const { generation } = readState(this.#connection);
    if (this.#serving?.generation === generation) return this.#serving;
    return this.#serve(TableFollower.anew(this.#connection, this.#dimensions));
  }

  /** What was saved of another table says nothing of this one. */
  #serve(follower: TableFollower): TableFollower {
    this.#serving = follower;
    this.#followed = "";
    this.#savedRows = 0;
    return follower;
  }

  /** Makes the table anew, without the removed rows. Calls made meanwhile share the work. */
  #renew(): Promise<void> {
    this.#renewal ??= this.#serveAnew().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  /** In slices; a reset that comes between makes it needless. */
  async #serveAnew(): Promise<void> {
    await nextTurn();
    if (!this.#connection.isOpen) return;
    const fresh = TableFollower.anew(this.#connection, this.#dimensions);
    const isLife = () => fresh.generation === readState(this.#connection).generation;
    await this.#renewalPace.work(
      () => this.#connection.isOpen && this.#connection.reading(() => isLife() && fresh.followSlice()),
    );
    if (this.#connection.isOpen && this.#serving?.generation === fresh.generation) this.#serve(fresh);
  }
}
