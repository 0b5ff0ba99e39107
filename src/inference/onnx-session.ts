import { existsSync } from "node:fs";
import { join } from "node:path";
import ort, { type InferenceSession, type Tensor } from "onnxruntime-node";
import type { ModelLocation } from "./model-location.ts";

/**
 * Two threads for one text are a fifth faster and take 1.6 times the processor's time (218 windows of the tagger: 5.9 and 7.1 s by the
 * clock, 11.7 and 7.2 s of the processor). So a process has one, and whoever has much to read starts several (`model-pool.ts`).
 */
const THREADS = 1;

/** Loads a network from disk, the int8 weights where there are some. It runs on the calling thread. */
export function openSession({ root, name }: ModelLocation): Promise<InferenceSession> {
  const folder = join(root, name, "onnx");
  const quantized = join(folder, "model_quantized.onnx");
  const file = existsSync(quantized) ? quantized : join(folder, "model.onnx");
  return ort.InferenceSession.create(file, { intraOpNumThreads: THREADS });
}

/** One text's numbers as the network takes them: [1, n]. */
export const integers = (values: readonly number[]): Tensor =>
  new ort.Tensor("int64", BigInt64Array.from(values, BigInt), [1, values.length]);
