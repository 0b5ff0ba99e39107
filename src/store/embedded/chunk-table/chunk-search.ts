import type { ChunkFilter } from "../../chunk-filter.ts";
import type { ScoredChunk } from "../../quote-store.ts";
import type { RankedPage, RankRequest } from "../../rank-request.ts";
import type { Connection } from "../connection.ts";
import type { FollowedVectors } from "../followed-vectors.ts";
import { GROUPS_OF_IDS } from "../spoken-conditions.ts";
import { EntitiesOfGroups } from "./entities-of-groups.ts";
import { filterRows } from "./filter-rows.ts";
import { FollowedChunks } from "./followed-chunks.ts";
import { NearestRows } from "./nearest-rows.ts";
import { rankChunks } from "./rank-chunks.ts";

/** Searches in the chunk table, and in the vector graph beside it. Every answer is of one state of the database. */
export class ChunkSearch {
  readonly #connection: Connection;
  readonly #vectors: FollowedVectors;
  readonly #chunks: FollowedChunks;
  readonly #entities: EntitiesOfGroups;

  constructor(
    connection: Connection,
    vectors: FollowedVectors,
    { directory, dimensions }: { readonly directory: string; readonly dimensions: number },
  ) {
    this.#connection = connection;
    this.#vectors = vectors;
    this.#chunks = new FollowedChunks(connection, directory, dimensions);
    this.#entities = new EntitiesOfGroups(connection);
  }

  /** Reads the table, so that the first search need not. */
  load(): Promise<void> {
    return this.#chunks.load();
  }

  /** Writes down what `load` would have to make again. */
  save(): Promise<void> {
    return this.#chunks.save();
  }

  rank(request: RankRequest): RankedPage {
    return this.#connection.reading(() =>
      rankChunks(
        {
          connection: this.#connection,
          table: this.#chunks.current(),
          entities: this.#entities,
          keysOf: this.#keysOf,
        },
        request,
      ),
    );
  }

  nearest(vector: Float32Array, limit: number, filter: ChunkFilter): readonly ScoredChunk[] {
    return this.#connection.reading(() => {
      this.#vectors.followRemovals();
      this.#vectors.followInBackground();
      if (limit < 1) return [];
      const table = this.#chunks.current();
      const { rows } = filterRows(table, filter, this.#keysOf);
      return new NearestRows(this.#connection, table, this.#vectors.index).find(vector, limit, rows);
    });
  }

  /** Ids of joined entities and of their members lead to the same keys. */
  readonly #keysOf = (entityIds: readonly string[]): readonly number[] =>
    this.#connection.column<number>(GROUPS_OF_IDS, JSON.stringify(entityIds));
}
