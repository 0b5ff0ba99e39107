import { locateModel } from "../src/inference/model-location.ts";
import { forkTagger } from "../src/inference/process-tagger.ts";
import type { Tagger } from "../src/inference/tagger.ts";
import { MODELS_DIRECTORY, TEST_TAGGER } from "./test-model.ts";

let tagger: Promise<Tagger> | null = null;

/** The real tagger, in one process for all files that a test worker runs. Nobody closes it; it ends with the worker. */
export const testTagger = (): Promise<Tagger> => {
  tagger ??= forkTagger(locateModel(TEST_TAGGER, MODELS_DIRECTORY), 1);
  return tagger;
};
