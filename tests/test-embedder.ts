import type { Embedder } from "../src/inference/embedder.ts";
import { locateModel } from "../src/inference/model-location.ts";
import { forkEmbedder } from "../src/inference/process-embedder.ts";
import { MODELS_DIRECTORY, TEST_MODEL } from "./test-model.ts";

let embedder: Promise<Embedder> | null = null;

/** The real model, in one process for all files that a test worker runs: it takes a second to start. Nobody closes it; it ends with the worker. */
export const testEmbedder = (): Promise<Embedder> => {
  embedder ??= forkEmbedder(locateModel(TEST_MODEL, MODELS_DIRECTORY));
  return embedder;
};
