import type { Chunk, ChunkKind } from "../../src/model/chunk.ts";
import { openStoreForChange, openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import { vectorsPath } from "../../src/store/embedded/vector-files.ts";
import type { QuoteStoreWriter } from "../../src/store/quote-store.ts";
import { takeApartInvented } from "./invented-index.ts";
import type { InventedVectors } from "./invented-vectors.ts";

const SEED = 5;

/** An index of invented articles. */
export interface FilledIndex {
  readonly directory: string;
  /** The file of the vector graph. */
  readonly vectorsPath: string;
  /** All chunks, in the order of the numbers of their vectors. */
  readonly chunks: readonly FilledChunk[];
}

type FilledChunk = Pick<Chunk, "id" | "articleId" | "kind" | "text">;

export interface IndexVectors {
  readonly model: string;
  readonly dimensions: number;
  readonly vectors: InventedVectors;
}

/** Makes an index of so many chunks in a folder. @param kinds Which of the chunks go in. */
export async function fillIndex(
  directory: string,
  count: number,
  vectors: IndexVectors,
  kinds: readonly ChunkKind[],
): Promise<FilledIndex> {
  const store = await openStoreForWriting({ directory, ...vectors });
  try {
    const chunks = await putInvented(store, count, vectors, kinds);
    await store.save();
    return { directory, vectorsPath: vectorsPath(directory), chunks };
  } finally {
    await store.close();
  }
}

/** The same without a vector graph, which takes most of the time and which no search needs. */
export async function fillWithoutGraph(
  directory: string,
  count: number,
  vectors: IndexVectors,
  kinds: readonly ChunkKind[],
): Promise<void> {
  const store = await openStoreForChange({ directory, ...vectors });
  try {
    await putInvented(store, count, vectors, kinds);
  } finally {
    await store.close();
  }
}

async function putInvented(
  store: QuoteStoreWriter,
  count: number,
  { vectors }: IndexVectors,
  kinds: readonly ChunkKind[],
): Promise<readonly FilledChunk[]> {
  const chunks: FilledChunk[] = [];
  for await (const article of takeApartInvented(SEED, count, kinds)) {
    const withVectors = article.chunks.map((chunk, i) => ({
      chunk,
      vector: vectors.at(chunks.length + i),
      contextVector: vectors.at(chunks.length + i),
    }));
    await store.put({ ...article, chunks: withVectors, origin: null, sample: false });
    chunks.push(...article.chunks.map(({ id, articleId, kind, text }) => ({ id, articleId, kind, text })));
  }
  return chunks;
}
