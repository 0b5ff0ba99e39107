import { setImmediate as nextTurn } from "node:timers/promises";
import { readTexts } from "../chunk-texts.ts";
import type { Connection } from "../connection.ts";
import { readState } from "../index-state.ts";
import { readCodes } from "../vector-blob.ts";
import type { RowArticle, RowStatement } from "./chunk-row.ts";
import { ChunkTable } from "./chunk-table.ts";
import { ROW_READING } from "./row-reading.ts";

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

const ROWS_AFTER = `SELECT c.label, c.id AS chunkId, c.article_id, c.spans, v.context_vector AS vector, ${ROW_READING},
    a.id, a.title, a.publisher, a.publisher_folded AS publisherFolded, a.published_at AS publishedAt
  FROM chunk c JOIN chunk_vector v ON v.label = c.label
  JOIN article a ON a.id = c.article_id
  WHERE c.label > ? ORDER BY c.label LIMIT ?`;

/** The chunk table of a database, brought up to it before every use, whichever process writes there. */
export class FollowedChunks {
  readonly #connection: Connection;
  readonly #dimensions: number;
  #table: ChunkTable;
  #generation = "";
  #lastLabel = 0;
  #lastRemoval = 0;
  /** The state of the database that the table was brought up to. */
  #followed = "";

  constructor(connection: Connection, dimensions: number) {
    this.#connection = connection;
    this.#dimensions = dimensions;
    this.#table = new ChunkTable(dimensions);
  }

  /** Takes in all that the database holds, a slice at each turn of the event loop, so that the first search need not. */
  load(): Promise<void> {
    return this.#connection.readingOnce(async () => {
      while (this.#connection.isOpen && this.#connection.reading(() => this.#followSlice())) await nextTurn();
    });
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
    this.#generation = generation;
    this.#lastLabel = 0;
    this.#lastRemoval = lastRemoval;
  }
}
