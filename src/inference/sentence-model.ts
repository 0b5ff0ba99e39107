import { AutoTokenizer, env, type PreTrainedTokenizer } from "@xenova/transformers";
import type { InferenceSession } from "onnxruntime-node";
import type { ModelLocation } from "./model-location.ts";
import { integers, openSession } from "./onnx-session.ts";

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

/** Loads a model from disk; no hub is asked. */
export async function loadSentenceModel(location: ModelLocation): Promise<SentenceModel> {
  env.allowRemoteModels = false;
  env.localModelPath = location.root;
  const tokenizer = await AutoTokenizer.from_pretrained(location.name);
  const session = await openSession(location);
  const maxTokens = maxTokensOf(tokenizer);
  const piecesOf = (text: string): readonly number[] => tokenizer.encode(text);
  const embed = async (text: string) => unit(await meanState(piecesOf(text).slice(0, maxTokens), session));
  const dimensions = (await embed("dimensions")).length;
  return { dimensions, maxTokens, embed, countTokens: (text) => piecesOf(text).length };
}

/** The mean of what the network makes of each word piece. */
async function meanState(pieces: readonly number[], session: InferenceSession): Promise<Float32Array> {
  const inputs = {
    input_ids: integers(pieces),
    attention_mask: integers(pieces.map(() => 1)),
    // Which of two texts a piece is of: there is one.
    token_type_ids: integers(pieces.map(() => 0)),
  };
  const taken = Object.fromEntries(Object.entries(inputs).filter(([name]) => session.inputNames.includes(name)));
  const outputs = await session.run(taken);
  const states = outputs[session.outputNames[0] ?? ""]?.data as Float32Array;
  const mean = new Float64Array(states.length / pieces.length);
  states.forEach((value, i) => {
    const dimension = i % mean.length;
    mean[dimension] = (mean[dimension] ?? 0) + value;
  });
  return Float32Array.from(mean, (sum) => sum / pieces.length);
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function maxTokensOf(tokenizer: PreTrainedTokenizer): number {
  const { model_max_length: limit } = tokenizer as unknown as { readonly model_max_length?: number };
  return Math.min(limit ?? DEFAULT_MAX_TOKENS, DEFAULT_MAX_TOKENS);
}
