import { fileURLToPath } from "node:url";

export const MODELS_DIRECTORY = fileURLToPath(new URL("../embeddings/models/", import.meta.url));
export const TEST_MODEL = "Xenova/all-MiniLM-L6-v2";
export const TEST_TAGGER = "verbatim/quote-tagger";
