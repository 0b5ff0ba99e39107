import { fileURLToPath } from "node:url";

export const MODELS_DIRECTORY = fileURLToPath(new URL("../embeddings/models/", import.meta.url));
export const TEST_MODEL = "Xenova/all-MiniLM-L6-v2";
