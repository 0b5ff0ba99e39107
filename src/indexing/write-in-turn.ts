import { whenFree } from "../store/when-free.ts";
import type { IndexingParts } from "./index-articles.ts";

/** Opens the index for writing, does some work, and closes it. @throws INDEX_BUSY while another process writes. */
export type WriteIndex = <T>(work: (parts: IndexingParts) => Promise<T>) => Promise<T>;

/** How long to wait for another writer. */
export interface Patience {
  readonly patienceMs?: number;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
}

/** Long enough for another process to put in what it is at; somebody waits for the answer. */
const PATIENCE_MS = 5_000;
const BETWEEN_TRIES_MS = 50;

/**
 * Writes one after the other, in the order in which they were asked for, and waits a little where another process writes.
 * @throws INDEX_BUSY for what has waited for so long.
 */
export function writeInTurn(write: WriteIndex, { patienceMs = PATIENCE_MS, signal }: Patience = {}): WriteIndex {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const until = performance.now() + patienceMs;
    const isOver = () => signal?.aborted === true || performance.now() >= until;
    let hasBegun = false;
    const begin: typeof work = (parts) => {
      hasBegun = true;
      return work(parts);
    };
    // What has begun may have read its input, and is not begun again.
    const mine = last.then(() =>
      whenFree(() => write(begin), { everyMs: BETWEEN_TRIES_MS, isOver: () => hasBegun || isOver() }),
    );
    last = mine.catch(() => {});
    return mine;
  };
}
