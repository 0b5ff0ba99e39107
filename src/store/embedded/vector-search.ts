import { setImmediate as nextTurn } from "node:timers/promises";
import type { ChunkFilter, ScoredChunk } from "../quote-store.ts";
import { chunkFilterSql, isEmptyFilter } from "./chunk-filter-sql.ts";
import type { Connection, SqlValue } from "./connection.ts";
import { checkModel, readState, type VectorModel } from "./index-state.ts";
import { scanNearest } from "./nearest-scan.ts";
import { readVector } from "./vector-blob.ts";
import { loadVectors, saveVectors } from "./vector-files.ts";
import { type ScoredLabel, VectorIndex } from "./vector-index.ts";

/** Up to here comparing each vector of a filtered set is faster than walking the graph past those filtered out. */
const MAX_SCAN = 4_000;
/** At 0.3 to 0.7 ms a point this holds the event loop for about 15 ms. */
const SLICE_POINTS = 32;

/** Vectors in the index, of those that will be. */
export type OnVectorProgress = (done: number, total: number) => void;

/**
 * Finds nearest chunks: the graph for what it holds, a scan of the database for the few that it does not hold yet.
 *
 * Every search first sees how far the database has gone, whichever process wrote to it. Removals are done at once.
 * New chunks go into the graph in the background, some at each turn of the event loop; until they are in, up to 4,000
 * of them are found by comparing each. Only while more than that are waiting may results lack some.
 */
export class VectorSearch {
  readonly #connection: Connection;
  readonly #directory: string;
  readonly #model: VectorModel;
  #index: VectorIndex;
  #following: Promise<void> | null = null;
  #saving: Promise<void> = Promise.resolve();

  private constructor(connection: Connection, directory: string, model: VectorModel, index: VectorIndex) {
    this.#connection = connection;
    this.#directory = directory;
    this.#model = model;
    this.#index = index;
  }

  /** With the saved index where there is a sound one, else with an empty one: `follow` builds it. */
  static async open(connection: Connection, directory: string, model: VectorModel): Promise<VectorSearch> {
    const { generation } = readState(connection);
    const saved = await loadVectors(directory, { ...model, generation });
    const index = saved !== null && fits(connection, saved) ? saved : VectorIndex.empty(model.dimensions, generation);
    return new VectorSearch(connection, directory, model, index);
  }

  nearest(vector: Float32Array, limit: number, filter: ChunkFilter): readonly ScoredChunk[] {
    return this.#connection.reading(() => {
      this.#followRemovals();
      this.followInBackground();
      const found = isEmptyFilter(filter) ? this.#ofAll(vector, limit) : this.#ofFiltered(vector, limit, filter);
      return this.#named(found);
    });
  }

  /** Takes in all that the database holds. Calls made meanwhile share the work. */
  follow(onProgress?: OnVectorProgress): Promise<void> {
    this.#following ??= this.#followAll(onProgress).finally(() => {
      this.#following = null;
    });
    return this.#following;
  }

  /** The same, without waiting; what fails is tried again by the next search. */
  followInBackground(): void {
    if (this.#following === null && this.#isBehind()) this.follow().catch(() => {});
  }

  /** Calls run one after the other. */
  save(): Promise<void> {
    this.#saving = this.#saving.catch(() => {}).then(() => this.#saveNow());
    return this.#saving;
  }

  async #saveNow(): Promise<void> {
    await this.follow();
    await saveVectors(this.#directory, this.#index, this.#model.model, this.#model.dimensions);
  }

  #ofAll(vector: Float32Array, limit: number): readonly ScoredLabel[] {
    const waiting = this.#waiting();
    const found = best([...this.#index.search(vector, limit), ...this.#scan(vector, limit, waiting)], limit);
    if (found.length >= limit) return found;
    const all = this.#labels("SELECT label FROM chunk_vector");
    return found.length === all.length ? found : this.#scan(vector, limit, all);
  }

  #ofFiltered(vector: Float32Array, limit: number, filter: ChunkFilter): readonly ScoredLabel[] {
    const where = chunkFilterSql(filter);
    const labels = this.#labels(`SELECT c.label FROM chunk c WHERE ${where.sql}`, ...where.params);
    if (labels.length <= MAX_SCAN) return this.#scan(vector, limit, labels);
    const wanted = new Set(labels);
    const waiting = this.#waiting().filter((label) => wanted.has(label));
    const inGraph = this.#index.search(vector, limit, (label) => wanted.has(label));
    const found = best([...inGraph, ...this.#scan(vector, limit, waiting)], limit);
    return found.length < Math.min(limit, labels.length) ? this.#scan(vector, limit, labels) : found;
  }

  #scan(vector: Float32Array, limit: number, labels: readonly number[]): readonly ScoredLabel[] {
    return scanNearest(this.#connection, vector, limit, labels);
  }

  /** Labels that the graph does not hold yet; at most as many as can be scanned. */
  #waiting(): readonly number[] {
    const sql = "SELECT label FROM chunk_vector WHERE label > ? ORDER BY label LIMIT ?";
    return this.#labels(sql, this.#index.position.lastLabel, MAX_SCAN);
  }

  #labels(sql: string, ...params: readonly SqlValue[]): readonly number[] {
    return this.#connection.column<number>(sql, ...params);
  }

  /** The ids of labels, without those that the database does not hold; equal scores in the order of the ids. */
  #named(found: readonly ScoredLabel[]): readonly ScoredChunk[] {
    const rows = this.#connection.all<{ readonly label: number; readonly id: string }>(
      "SELECT label, id FROM chunk WHERE label IN (SELECT value FROM json_each(?))",
      JSON.stringify(found.map(({ label }) => label)),
    );
    const ids = new Map(rows.map(({ label, id }) => [label, id]));
    return found
      .flatMap(({ label, score }) => {
        const chunkId = ids.get(label);
        return chunkId === undefined ? [] : [{ chunkId, score: Math.max(-1, Math.min(1, score)) }];
      })
      .sort((a, b) => b.score - a.score || (a.chunkId < b.chunkId ? -1 : 1));
  }

  #isBehind(): boolean {
    const { generation, lastLabel, lastRemoval } = readState(this.#connection);
    const mine = this.#index.position;
    return (
      mine.generation !== generation ||
      this.#index.isWorn ||
      mine.lastRemoval < lastRemoval ||
      this.#hasLabelAfter(mine.lastLabel, lastLabel)
    );
  }

  /** The last label given may be of a chunk that has gone again. */
  #hasLabelAfter(mine: number, lastLabel: number): boolean {
    return mine < lastLabel && this.#labels("SELECT label FROM chunk_vector WHERE label > ? LIMIT 1", mine).length > 0;
  }

  async #followAll(onProgress?: OnVectorProgress): Promise<void> {
    while (this.#connection.isOpen && this.#isBehind()) {
      this.#followRemovals();
      const { isWorn, position } = this.#index;
      const index = isWorn ? VectorIndex.empty(this.#model.dimensions, position.generation) : this.#index;
      await this.#fill(index, onProgress);
    }
  }

  /** Takes the index into use when it holds all, unless a reset has come between. */
  async #fill(index: VectorIndex, onProgress?: OnVectorProgress): Promise<void> {
    while (this.#connection.isOpen && this.#addSlice(index)) {
      onProgress?.(index.count, this.#labels("SELECT COUNT(*) FROM chunk_vector")[0] ?? 0);
      await nextTurn();
    }
    if (index.position.generation === this.#index.position.generation) this.#index = index;
  }

  /** False when there was nothing to add. */
  #addSlice(index: VectorIndex): boolean {
    const { generation, lastLabel } = index.position;
    const rows = this.#connection.all<{ readonly label: number; readonly vector: Uint8Array }>(
      `SELECT label, vector FROM chunk_vector
       WHERE label > ? AND ? = (SELECT value FROM meta WHERE name = 'generation') ORDER BY label LIMIT ?`,
      lastLabel,
      generation,
      SLICE_POINTS,
    );
    for (const { label, vector } of rows) index.add(label, readVector(vector));
    return rows.length > 0;
  }

  /** A reset ends all: the index starts anew. */
  #followRemovals(): void {
    const state = readState(this.#connection);
    checkModel(state, this.#model);
    if (state.generation !== this.#index.position.generation) {
      this.#index = VectorIndex.empty(this.#model.dimensions, state.generation);
    }
    const rows = this.#connection.all<{ readonly number: number; readonly label: number }>(
      "SELECT number, label FROM chunk_removal WHERE number > ? ORDER BY number",
      this.#index.position.lastRemoval,
    );
    for (const { number, label } of rows) this.#index.remove(label, number);
  }
}

const best = (found: readonly ScoredLabel[], limit: number): readonly ScoredLabel[] =>
  [...found].sort((a, b) => b.score - a.score).slice(0, limit);

/**
 * True when a saved index holds as many points as the database had at that time. A database that was put back from a
 * copy may be older than the index, and would give its labels anew.
 */
function fits(connection: Connection, saved: VectorIndex): boolean {
  const { lastLabel, lastRemoval } = saved.position;
  const state = readState(connection);
  if (lastLabel > state.lastLabel || lastRemoval > state.lastRemoval) return false;
  const row = connection.get<{ readonly live: number; readonly gone: number }>(
    `SELECT (SELECT COUNT(*) FROM chunk_vector WHERE label <= ?1) AS live,
       (SELECT COUNT(*) FROM chunk_removal WHERE label <= ?1 AND number > ?2) AS gone`,
    lastLabel,
    lastRemoval,
  );
  return row !== undefined && row.live + row.gone === saved.count;
}
