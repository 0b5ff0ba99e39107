import { setImmediate as nextTurn } from "node:timers/promises";
import { readTexts } from "../chunk-texts.ts";
import type { Connection } from "../connection.ts";
import { readState } from "../index-state.ts";
import { type CodedVector, readCodes } from "../vector-blob.ts";
import type { RowArticle, RowStatement } from "./chunk-row.ts";
import { ChunkTable } from "./chunk-table.ts";
import { ROW_READING } from "./row-reading.ts";
import { loadTable, type SavedTable, saveTable } from "./table-file.ts";

/** Some 15 microseconds each: a slice holds the event loop for about 15 ms. */
const SLICE_ROWS = 1_000;

interface ReadRow extends RowArticle {
  readonly label: number;
  readonly chunkId: string;
  readonly article_id: string;
  readonly spans: string;
  readonly vector: Uint8Array;
  /** A JSON array of `RowStatement`. */
  readonly statements: string;
  /** JSON arrays of keys of groups of names. */
  readonly mentions: string;
  readonly places: string;
}

/** Fewer new rows than these, or than this share of all, are read from the database faster than a whole table is written. */
const LEAST_NEW_ROWS = 1_000;
const LEAST_NEW_SHARE = 0.1;

interface StoredVector {
  readonly label: number;
  readonly vector: Uint8Array;
}

const ROWS_AFTER = `SELECT c.label, c.id AS chunkId, c.article_id, c.spans, v.context_vector AS vector, ${ROW_READING},
    a.id, a.title, a.publisher, a.publisher_folded AS publisherFolded, a.published_at AS publishedAt
  FROM chunk c JOIN chunk_vector v ON v.label = c.label
  JOIN article a ON a.id = c.article_id
  WHERE c.label > ? ORDER BY c.label LIMIT ?`;

const VECTORS_AFTER = "SELECT label, context_vector AS vector FROM chunk_vector WHERE label > ? ORDER BY label LIMIT ?";

const NO_VECTOR: CodedVector = { scale: 0, codes: new Int8Array(0) };

/**
 * The chunk table of a database, brought up to it before every use, whichever process writes there. What was saved of it is read
 * as it lies there: to take the words of 100,000 chunks apart again would take some seconds.
 */
export class FollowedChunks {
  readonly #connection: Connection;
  readonly #directory: string;
  readonly #dimensions: number;
  #table: ChunkTable;
  #generation = "";
  #lastLabel = 0;
  #lastRemoval = 0;
  /** The state of the database that the table was brought up to. */
  #followed = "";
  /** Rows of the saved table. */
  #savedRows = 0;

  constructor(connection: Connection, directory: string, dimensions: number) {
    this.#connection = connection;
    this.#directory = directory;
    this.#dimensions = dimensions;
    this.#table = new ChunkTable(dimensions);
  }

  /** Takes in all that the database holds, a slice at each turn of the event loop, so that the first search need not. */
  load(): Promise<void> {
    return this.#connection.readingOnce(async () => {
      if (this.#table.rowCount === 0) await this.#takeSaved();
      while (this.#connection.isOpen && this.#connection.reading(() => this.#followSlice())) await nextTurn();
    });
  }

  /** Writes the table down, brought up to the database, where that has much more than what was saved. */
  async save(): Promise<void> {
    await this.load();
    const { rowCount } = this.#table;
    if (rowCount - this.#savedRows < Math.max(LEAST_NEW_ROWS, LEAST_NEW_SHARE * rowCount)) return;
    const position = { generation: this.#generation, lastLabel: this.#lastLabel, lastRemoval: this.#lastRemoval };
    await saveTable(this.#directory, this.#table, position, this.#dimensions);
    this.#savedRows = rowCount;
  }

  async #takeSaved(): Promise<void> {
    const { generation } = readState(this.#connection);
    const saved = await loadTable(this.#directory, { generation, dimensions: this.#dimensions });
    if (saved === null || !this.#connection.isOpen || !this.#fits(saved)) return;
    const { table, position } = saved;
    if (!(await this.#addVectors(table)) || this.#table.rowCount > 0) return;
    this.#table = table;
    this.#generation = position.generation;
    this.#lastLabel = position.lastLabel;
    this.#lastRemoval = position.lastRemoval;
    this.#followed = "";
    this.#savedRows = table.rowCount;
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

  /** The table as the database is now. Call it, and use what it gives, within one `connection.reading`. */
  current(): ChunkTable {
    const stamp = this.#connection.changeStamp();
    if (stamp !== this.#followed) while (this.#followSlice());
    this.#followed = stamp;
    return this.#table;
  }

  /** False when there was nothing left to add. */
  #followSlice(): boolean {
    this.#followRemovals();
    const rows = this.#connection.all<ReadRow>(ROWS_AFTER, this.#lastLabel, SLICE_ROWS);
    const texts = readTexts(this.#connection, rows);
    rows.forEach((row, i) => {
      this.#add(row, texts[i] as string);
    });
    return rows.length === SLICE_ROWS;
  }

  #add({ label, chunkId, statements, mentions, places, vector, ...article }: ReadRow, text: string): void {
    const said: readonly RowStatement[] = JSON.parse(statements);
    const lists = { statements: said, mentions: JSON.parse(mentions), places: JSON.parse(places) };
    this.#table.add({ label, id: chunkId, text, ...lists, vector: readCodes(vector) }, article);
    this.#lastLabel = label;
  }

  #followRemovals(): void {
    const { generation, lastRemoval } = readState(this.#connection);
    if (generation !== this.#generation || this.#table.isWorn) this.#begin(generation, lastRemoval);
    if (lastRemoval === this.#lastRemoval) return;
    const sql = "SELECT label FROM chunk_removal WHERE number > ? ORDER BY number";
    for (const label of this.#connection.column<number>(sql, this.#lastRemoval)) this.#table.remove(label);
    this.#lastRemoval = lastRemoval;
  }

  #begin(generation: string, lastRemoval: number): void {
    this.#table = new ChunkTable(this.#dimensions);
    this.#savedRows = 0;
    this.#generation = generation;
    this.#lastLabel = 0;
    this.#lastRemoval = lastRemoval;
  }
}
