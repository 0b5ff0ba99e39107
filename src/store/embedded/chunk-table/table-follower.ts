import { readTexts } from "../chunk-texts.ts";
import type { Connection } from "../connection.ts";
import { readState } from "../index-state.ts";
import { readCodes } from "../vector-blob.ts";
import type { RowArticle, RowStatement } from "./chunk-row.ts";
import { ChunkTable } from "./chunk-table.ts";
import { ROW_READING } from "./row-reading.ts";
import type { SavedTable, TablePosition } from "./table-file.ts";

/** Some 15 microseconds each: a slice holds the event loop for about 15 ms. */
export const SLICE_ROWS = 1_000;

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

/** A chunk table, and how far it has followed one life of the database. */
export class TableFollower {
  readonly table: ChunkTable;
  readonly generation: string;
  readonly #connection: Connection;
  #lastLabel: number;
  #lastRemoval: number;

  constructor(connection: Connection, { table, position }: SavedTable) {
    this.#connection = connection;
    this.table = table;
    this.generation = position.generation;
    this.#lastLabel = position.lastLabel;
    this.#lastRemoval = position.lastRemoval;
  }

  /** With nothing in it yet. */
  static anew(connection: Connection, dimensions: number): TableFollower {
    const { generation, lastRemoval } = readState(connection);
    const position = { generation, lastLabel: 0, lastRemoval };
    return new TableFollower(connection, { table: new ChunkTable(dimensions), position });
  }

  get position(): TablePosition {
    return { generation: this.generation, lastLabel: this.#lastLabel, lastRemoval: this.#lastRemoval };
  }

  /** Takes out what was removed since, and some of the new rows in. False when there was nothing left to add. */
  followSlice(): boolean {
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
    this.table.add({ label, id: chunkId, text, ...lists, vector: readCodes(vector) }, article);
    this.#lastLabel = label;
  }

  #followRemovals(): void {
    const { lastRemoval } = readState(this.#connection);
    if (lastRemoval === this.#lastRemoval) return;
    const sql = "SELECT label FROM chunk_removal WHERE number > ? ORDER BY number";
    for (const label of this.#connection.column<number>(sql, this.#lastRemoval)) this.table.remove(label);
    this.#lastRemoval = lastRemoval;
  }
}
