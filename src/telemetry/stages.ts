import type { Embedder } from "../inference/embedder.ts";
import type { Tagger } from "../inference/tagger.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import type { StageOfMethod } from "./watch-calls.ts";

const SEARCHING: Partial<Record<keyof QuoteStore, string>> = {
  rank: "rank",
  nearest: "nearest",
  wordedLike: "wording",
};

/** Scoring all chunks, nearest vectors, and words like a text's each are a stage; all else the store does is loading. */
export const storeStage: StageOfMethod<QuoteStore> = (method) =>
  method === "close" ? null : (SEARCHING[method] ?? "load");

export const embedderStage: StageOfMethod<Embedder> = (method) => (method === "close" ? null : "model");

export const taggerStage: StageOfMethod<Tagger> = (method) => (method === "close" ? null : "tagger");
