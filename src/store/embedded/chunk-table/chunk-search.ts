import type { ChunkQuery, FoundChunks } from "../../chunk-query.ts";
import type { ChunkFilter, ScoredChunk } from "../../quote-store.ts";
import type { Connection } from "../connection.ts";
import type { FollowedVectors } from "../followed-vectors.ts";
import type { ChunkTable } from "./chunk-table.ts";
import { filterRows } from "./filter-rows.ts";
import { findChunks } from "./find-chunks.ts";
import { FollowedChunks } from "./followed-chunks.ts";
import { NearestRows } from "./nearest-rows.ts";
import { type PreparedQuery, prepareQuery } from "./prepared-query.ts";

/** Searches in the chunk table, and in the vector graph beside it. Every answer is of one state of the database. */
export class ChunkSearch {
  readonly #connection: Connection;
  readonly #vectors: FollowedVectors;
  readonly #chunks: FollowedChunks;

  constructor(connection: Connection, vectors: FollowedVectors, dimensions: number) {
    this.#connection = connection;
    this.#vectors = vectors;
    this.#chunks = new FollowedChunks(connection, dimensions);
  }

  /** Reads the table, so that the first search need not. */
  load(): Promise<void> {
    return this.#chunks.load();
  }

  /** What can be told of a query before its meaning is known. */
  prepare(query: ChunkQuery, filter: ChunkFilter): PreparedQuery {
    return this.#connection.reading(() => this.#prepare(this.#chunks.current(), { query, filter }));
  }

  /** What has come or gone since the query was prepared is seen. */
  find(prepared: PreparedQuery, vector: Float32Array | null): FoundChunks {
    return this.#connection.reading(() => {
      const table = this.#chunks.current();
      const current = prepared.isOf(table) ? prepared : this.#prepare(table, prepared);
      return findChunks(this.#connection, table, current, vector);
    });
  }

  nearest(vector: Float32Array, limit: number, filter: ChunkFilter): readonly ScoredChunk[] {
    return this.#connection.reading(() => {
      this.#vectors.followRemovals();
      this.#vectors.followInBackground();
      if (limit < 1) return [];
      const table = this.#chunks.current();
      const mask = filterRows(table, filter, this.#keysOf);
      return new NearestRows(this.#connection, table, this.#vectors.index).find(vector, limit, mask);
    });
  }

  #prepare(table: ChunkTable, asked: Pick<PreparedQuery, "query" | "filter">): PreparedQuery {
    return prepareQuery(this.#connection, table, this.#keysOf, asked);
  }

  /** Ids of joined entities and of their members lead to the same key. */
  readonly #keysOf = (entityIds: readonly string[]): readonly number[] =>
    this.#connection.column<number>(
      "SELECT DISTINCT entity_key FROM article_entity WHERE id IN (SELECT value FROM json_each(?))",
      JSON.stringify(entityIds),
    );
}
