import { setTimeout as sleep } from "node:timers/promises";
import { hasCode } from "../errors.ts";
import type { Embedder } from "../inference/embedder.ts";

/** A query takes milliseconds. Its process, where it was started again, takes under a second to be there. */
const PATIENCE_MS = 1_000;
/** What was asked before needs no process. */
const PATIENCE_WHILE_AWAY_MS = 50;

/** The vector of a query; null where the model does not answer, or not soon enough for somebody who waits. */
export async function queryVector(embedder: Embedder, text: string): Promise<Float32Array | null> {
  const soon = new AbortController();
  // All who wait hold a place at work: one who waits in vain is enough.
  const patienceMs = embedder.isAway ? PATIENCE_WHILE_AWAY_MS : PATIENCE_MS;
  try {
    return await Promise.race([orNull(embedder.embedQuery(text)), givenUp(patienceMs, soon.signal)]);
  } finally {
    soon.abort();
  }
}

/** The vectors of many texts, for which is waited until the process was started again; null where it does not start. */
export const vectorsOf = (embedder: Embedder, texts: readonly string[]): Promise<readonly Float32Array[] | null> =>
  orNull(embedder.embed(texts));

/** Null for what the model does not answer. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (hasCode(error, "MODEL_UNAVAILABLE")) return null;
    throw error;
  }
}

async function givenUp(patienceMs: number, signal: AbortSignal): Promise<null> {
  await sleep(patienceMs, undefined, { signal, ref: false }).catch(() => {});
  return null;
}
