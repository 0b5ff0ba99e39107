import { setTimeout as sleep } from "node:timers/promises";
import { VerbatimError } from "../errors.ts";
import type { Embedder } from "../inference/embedder.ts";

/** A query takes milliseconds. Its process, where it was started again, takes under a second to be there. */
const PATIENCE_MS = 1_000;

/** The vector of a query; null where the model does not answer, or not soon enough for somebody who waits. */
export async function queryVector(embedder: Embedder, text: string): Promise<Float32Array | null> {
  const soon = new AbortController();
  try {
    return await Promise.race([embedder.embedQuery(text), givenUp(soon.signal)]);
  } catch (error) {
    if (error instanceof VerbatimError && error.code === "MODEL_UNAVAILABLE") return null;
    throw error;
  } finally {
    soon.abort();
  }
}

async function givenUp(signal: AbortSignal): Promise<null> {
  await sleep(PATIENCE_MS, undefined, { signal, ref: false }).catch(() => {});
  return null;
}
