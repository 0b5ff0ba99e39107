/** Text to vectors, on this machine. The port; `model-process.ts` runs behind the adapter `process-embedder.ts`. */
export interface Embedder {
  /** Such as `Xenova/all-MiniLM-L6-v2`: what the index's vectors are made with. */
  readonly model: string;
  readonly dimensions: number;
  /** The longest input in word pieces, special ones included; what is beyond is not seen. */
  readonly maxTokens: number;
  /** Whether nobody answers now: what is asked waits until the process, which died or hangs, was started again. */
  readonly isAway: boolean;
  /** One unit vector a text, in order. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
  /** The same for one query: goes before waiting batches, and is cached. */
  embedQuery(query: string): Promise<Float32Array>;
  /** Word pieces a text, special ones included. */
  countTokens(texts: readonly string[]): Promise<readonly number[]>;
  close(): Promise<void>;
}
