import type { VectorModel } from "../vector-model.ts";
import type { Connection } from "./connection.ts";
import { checkModel, type IndexState, readState } from "./index-state.ts";
import { SlicePace } from "./slice-pace.ts";
import { decodeVector, readCodes } from "./vector-blob.ts";
import { loadVectors, saveVectors } from "./vector-files.ts";
import { VectorIndex } from "./vector-index.ts";
import { WriterLock } from "./writer-lock.ts";

/** At 0.3 to 1.2 ms a point this holds the event loop for less than 10 ms. */
const SLICE_POINTS = 8;

/** Vectors in the index, of those that will be. */
export type OnVectorProgress = (done: number, total: number) => void;

/**
 * The vector index of a database, kept after it, whichever process writes there: removals are done at once, new
 * vectors go in in the background, some at a time, beside what is asked meanwhile. It is loaded, or built where no sound one was saved, when it is
 * first followed.
 */
export class FollowedVectors {
  readonly #connection: Connection;
  readonly #directory: string;
  readonly #model: VectorModel;
  readonly #pace = new SlicePace();
  /** Null until it is loaded. */
  #index: VectorIndex | null = null;
  /** What the files hold; null where they have to be written anew. */
  #saved: { readonly index: VectorIndex; readonly position: VectorIndex["position"] } | null = null;
  #following: Promise<void> | null = null;
  #saving: Promise<void> = Promise.resolve();

  constructor(connection: Connection, directory: string, model: VectorModel) {
    this.#connection = connection;
    this.#directory = directory;
    this.#model = model;
  }

  /** The index as it is now; null until it is loaded. `followRemovals` comes first, so that it holds nothing that is gone. */
  get index(): VectorIndex | null {
    return this.#index;
  }

  /** Does what was removed since; after a reset the index starts anew. INDEX_INCOMPATIBLE when the model has changed. */
  followRemovals(): void {
    const state = readState(this.#connection);
    checkModel(state, this.#model);
    if (this.#index !== null) this.#index = this.#withoutRemoved(this.#index, state);
  }

  #withoutRemoved(index: VectorIndex, { generation, lastRemoval }: IndexState): VectorIndex {
    const { position } = index;
    const followed = generation === position.generation ? index : VectorIndex.empty(this.#model.dimensions, generation);
    if (lastRemoval === followed.position.lastRemoval) return followed;
    const rows = this.#connection.all<{ readonly number: number; readonly label: number }>(
      "SELECT number, label FROM chunk_removal WHERE number > ? ORDER BY number",
      followed.position.lastRemoval,
    );
    for (const { number, label } of rows) followed.remove(label, number);
    return followed;
  }

  /** Takes in all that the database holds. Calls made meanwhile share the work. */
  follow(onProgress?: OnVectorProgress): Promise<void> {
    return this.#pace.hurry(() => this.#followOnce(onProgress));
  }

  #followOnce(onProgress?: OnVectorProgress): Promise<void> {
    this.#following ??= this.#followAll(onProgress).finally(() => {
      this.#following = null;
    });
    return this.#following;
  }

  /**
   * The same, without waiting, and so without hurry; what fails is tried again by the next search. What took long to build is written down, so that the
   * next process need not; a writer at work does that itself.
   */
  followInBackground(): void {
    if (this.#following !== null || !this.#isBehind()) return;
    this.#followOnce()
      .then(() => (this.#saved === null ? this.#saveIfNobodyWrites() : undefined))
      .catch(() => {});
  }

  /** Writes the index to disk when it has changed. Calls run one after the other. */
  save(): Promise<void> {
    this.#saving = this.#saving.catch(() => {}).then(() => this.#saveNow());
    return this.#saving;
  }

  async #saveNow(): Promise<void> {
    await this.follow();
    const index = this.#index;
    if (index === null || this.#isSaved(index)) return;
    const { position } = index;
    await saveVectors(this.#directory, index, this.#model);
    this.#saved = { index, position };
  }

  /** The disk may be full or read-only: what is in memory serves all the same. */
  async #saveIfNobodyWrites(): Promise<void> {
    const lock = WriterLock.take(this.#directory);
    try {
      await this.save();
    } finally {
      lock.release();
    }
  }

  /** Whether the files hold what the index holds. An index without vectors needs no files. */
  #isSaved(index: VectorIndex): boolean {
    if (this.#saved === null) return index.count === 0;
    return this.#saved.index === index && this.#saved.position === index.position;
  }

  #isBehind(): boolean {
    if (this.#index === null) return true;
    const { generation, lastLabel, lastRemoval } = readState(this.#connection);
    const mine = this.#index.position;
    return (
      mine.generation !== generation ||
      mine.lastRemoval < lastRemoval ||
      this.#index.isWorn ||
      (mine.lastLabel < lastLabel && this.#hasLabelAfter(mine.lastLabel))
    );
  }

  /** The last label given may be of a chunk that has gone again. */
  #hasLabelAfter(label: number): boolean {
    const row = this.#connection.get("SELECT label FROM chunk_vector WHERE label > ? LIMIT 1", label);
    return row !== undefined;
  }

  async #followAll(onProgress?: OnVectorProgress): Promise<void> {
    this.#index ??= await this.#load();
    while (this.#connection.isOpen && this.#isBehind()) {
      this.followRemovals();
      const { isWorn, position } = this.#index;
      const index = isWorn ? VectorIndex.empty(this.#model.dimensions, position.generation) : this.#index;
      await this.#fill(index, onProgress);
    }
  }

  /** The saved index where there is a sound one, else an empty one, which is filled. */
  async #load(): Promise<VectorIndex> {
    const { generation } = readState(this.#connection);
    const saved = await loadVectors(this.#directory, { ...this.#model, generation });
    if (saved === null || !this.#connection.isOpen || !fits(this.#connection, saved)) {
      return VectorIndex.empty(this.#model.dimensions, generation);
    }
    this.#saved = { index: saved, position: saved.position };
    return saved;
  }

  /** Takes the index into use when it holds all, unless a reset has come between. */
  async #fill(index: VectorIndex, onProgress?: OnVectorProgress): Promise<void> {
    await this.#pace.work(() => {
      const isGoingOn = this.#connection.isOpen && this.#addSlice(index);
      if (isGoingOn) onProgress?.(index.count, countVectors(this.#connection));
      return isGoingOn;
    });
    if (index.position.generation === this.#index?.position.generation) this.#index = index;
  }

  /** False when there was nothing to add, or the index is of a database that has been reset. */
  #addSlice(index: VectorIndex): boolean {
    const { generation, lastLabel } = index.position;
    const rows = this.#connection.all<{ readonly label: number; readonly vector: Uint8Array }>(
      `SELECT label, vector FROM chunk_vector
       WHERE label > ? AND ? = (SELECT value FROM meta WHERE name = 'generation') ORDER BY label LIMIT ?`,
      lastLabel,
      generation,
      SLICE_POINTS,
    );
    for (const { label, vector } of rows) index.add(label, decodeVector(readCodes(vector)));
    return rows.length > 0;
  }
}

/**
 * True when a saved index holds as many points as the database had at that time. A database that was put back from a
 * copy may be older than the index, and would give its labels anew.
 */
export function fits(connection: Connection, { position, count }: VectorIndex): boolean {
  const { lastLabel, lastRemoval } = position;
  const state = readState(connection);
  if (lastLabel > state.lastLabel || lastRemoval > state.lastRemoval) return false;
  const removedSince = connection.column<number>(
    "SELECT COUNT(*) FROM chunk_removal WHERE number > ? AND label <= ?",
    lastRemoval,
    lastLabel,
  );
  return countVectors(connection, lastLabel) + (removedSince[0] ?? 0) === count;
}

const countVectors = (connection: Connection, lastLabel = Number.MAX_SAFE_INTEGER): number =>
  connection.column<number>("SELECT COUNT(*) FROM chunk_vector WHERE label <= ?", lastLabel)[0] ?? 0;
