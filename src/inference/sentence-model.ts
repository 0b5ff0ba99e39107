import { existsSync } from "node:fs";
import { join } from "node:path";
import { env, type FeatureExtractionPipeline, pipeline } from "@xenova/transformers";
import type { ModelLocation } from "./model-location.ts";

/** What sentence-transformers models are trained on; a tokenizer that names no limit gets this one. */
const DEFAULT_MAX_TOKENS = 256;

/** A loaded sentence-embedding model. Runs on the calling thread: for a process of its own. */
export interface SentenceModel {
  readonly dimensions: number;
  readonly maxTokens: number;
  /** A unit vector: the mean over the word pieces, normalised. */
  embed(text: string): Promise<Float32Array>;
  /** Word pieces, special ones included. */
  countTokens(text: string): number;
}

/** Loads a model from disk; no hub is asked. Takes the int8 weights where there are some. */
export async function loadSentenceModel({ root, name }: ModelLocation): Promise<SentenceModel> {
  env.allowRemoteModels = false;
  env.localModelPath = root;
  const quantized = existsSync(join(root, name, "onnx", "model_quantized.onnx"));
  const extractor = await pipeline("feature-extraction", name, { quantized });
  const embed = async (text: string) =>
    Float32Array.from((await extractor(text, { pooling: "mean", normalize: true })).data as Float32Array);
  const countTokens = (text: string) => extractor.tokenizer.encode(text).length;
  const dimensions = (await embed("dimensions")).length;
  return { dimensions, maxTokens: maxTokensOf(extractor), embed, countTokens };
}

function maxTokensOf(extractor: FeatureExtractionPipeline): number {
  const { model_max_length: limit } = extractor.tokenizer as unknown as { readonly model_max_length?: number };
  return Math.min(limit ?? DEFAULT_MAX_TOKENS, DEFAULT_MAX_TOKENS);
}
