import { openEmbedder } from "../../src/app/open-models.ts";
import type { Config } from "../../src/config.ts";
import type { Embedder } from "../../src/inference/embedder.ts";
import { inventQuestions } from "./invented-articles.ts";
import { takeApartInvented } from "./invented-index.ts";
import { InventedVectors } from "./invented-vectors.ts";

const SEED = 5;
/** Texts that the model embeds; the other vectors are made from theirs. Six seconds. */
const REAL_VECTORS = 1_000;

/** What indexes are made of and asked, and the model that it was made with. */
export interface BenchMaterial {
  readonly model: string;
  readonly dimensions: number;
  readonly vectors: InventedVectors;
  readonly questions: readonly string[];
  /** Of the questions, in their order. */
  readonly questionVectors: readonly Float32Array[];
}

export async function prepareMaterial(config: Config, questionCount: number): Promise<BenchMaterial> {
  const embedder = await openEmbedder(config);
  try {
    const questions = inventQuestions(SEED, questionCount);
    return {
      model: embedder.model,
      dimensions: embedder.dimensions,
      vectors: new InventedVectors(await realVectors(embedder)),
      questions,
      questionVectors: await embedder.embed(questions),
    };
  } finally {
    await embedder.close();
  }
}

async function realVectors(embedder: Embedder): Promise<readonly Float32Array[]> {
  const texts: string[] = [];
  for await (const { chunks } of takeApartInvented(SEED, REAL_VECTORS)) texts.push(...chunks.map(({ text }) => text));
  return embedder.embed(texts);
}
