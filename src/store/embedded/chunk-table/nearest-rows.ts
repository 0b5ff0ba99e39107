import { dotProduct } from "../../../model/dot-product.ts";
import type { ScoredChunk } from "../../quote-store.ts";
import type { Connection } from "../connection.ts";
import { decodeVector, readCodes } from "../vector-blob.ts";
import type { ScoredLabel, VectorIndex } from "../vector-index.ts";
import type { ChunkTable } from "./chunk-table.ts";
import type { RowMask } from "./filter-rows.ts";

/** What a filter lets through is not spread evenly: so many more are fetched than its share asks for. */
const OVER_FETCH = 1.5;

/** More than this many in view and the graph takes longer than comparing. */
const MOST_FETCHED = 2_000;

/** By their vectors in context, which the table holds, so many are chosen to be compared one by one. */
const COMPARED = 1_000;

/**
 * The nearest of the rows that a filter lets through, from the graph. Where it lets few through, and while the graph takes in what
 * has come, by comparing: all of them if they are few, else those whose vectors in context are nearest.
 */
export class NearestRows {
  readonly #connection: Connection;
  readonly #table: ChunkTable;
  readonly #index: VectorIndex | null;

  constructor(connection: Connection, table: ChunkTable, index: VectorIndex | null) {
    this.#connection = connection;
    this.#table = table;
    this.#index = index;
  }

  /** At most `limit`, the nearest first; equal scores in the order of the ids. */
  find(vector: Float32Array, limit: number, mask: RowMask): readonly ScoredChunk[] {
    const matching = mask.reduce((sum, through) => sum + through, 0);
    const fetched = Math.ceil((limit * OVER_FETCH * this.#table.count) / matching);
    const graph = fetched <= MOST_FETCHED ? this.#wholeGraph() : null;
    const rows = graph === null ? [] : this.#rowsNear(graph.search(vector, fetched), mask);
    const isEnough = rows.length >= Math.min(limit, matching);
    return this.#exactly(vector, isEnough ? rows : this.#byScan(vector, limit, mask, matching)).slice(0, limit);
  }

  /** The graph counts only while it holds every chunk: it is loaded, and takes in new ones, in the background. */
  #wholeGraph(): VectorIndex | null {
    return this.#index?.count === this.#table.count ? this.#index : null;
  }

  #rowsNear(nearest: readonly ScoredLabel[], mask: RowMask): readonly number[] {
    const rows = nearest.map(({ label }) => this.#table.rowOf(label));
    return rows.filter((row) => row !== undefined && mask[row] === 1) as readonly number[];
  }

  #byScan(vector: Float32Array, limit: number, mask: RowMask, matching: number): readonly number[] {
    const most = Math.max(COMPARED, limit);
    if (matching <= most) return rowsThrough(mask);
    return highest(this.#table.vectors.cosines(vector), mask, most);
  }

  #exactly(vector: Float32Array, rows: readonly number[]): readonly ScoredChunk[] {
    const labels = rows.map((row) => this.#table.labels.at(row));
    const read = this.#connection.all<{ readonly label: number; readonly vector: Uint8Array }>(
      "SELECT label, vector FROM chunk_vector WHERE label IN (SELECT value FROM json_each(?))",
      JSON.stringify(labels),
    );
    return read
      .map((row) => ({
        chunkId: this.#table.ids[this.#table.rowOf(row.label) as number] as string,
        score: Math.max(-1, Math.min(1, dotProduct(vector, decodeVector(readCodes(row.vector))))),
      }))
      .sort((a, b) => b.score - a.score || (a.chunkId < b.chunkId ? -1 : 1));
  }
}

function rowsThrough(mask: RowMask): readonly number[] {
  const rows: number[] = [];
  mask.forEach((through, row) => {
    if (through === 1) rows.push(row);
  });
  return rows;
}

/** The rows let through with the highest scores, at most so many, the highest first: kept in order in one pass. */
function highest(scores: Float32Array, mask: RowMask, limit: number): readonly number[] {
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    if (mask[row] === 0 || (best.length === limit && score <= least)) continue;
    const place = best.findLastIndex((other) => (scores[other] as number) >= score) + 1;
    best.splice(place, 0, row);
    if (best.length > limit) best.pop();
    least = scores[best.at(-1) as number] as number;
  }
  return best;
}
