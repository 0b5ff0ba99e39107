import type { IndexedArticle } from "../quote-store.ts";
import { readArticles } from "./articles.ts";
import { readChunksOfArticles } from "./chunks.ts";
import type { Connection } from "./connection.ts";
import { readFound } from "./corrections/found-article.ts";
import { decodeVector, readCodes } from "./vector-blob.ts";

type IndexedChunk = IndexedArticle["chunks"][number];

/** An article as it was put in, as far as it can be read. */
export interface ReadBack extends Omit<IndexedArticle, "chunks"> {
  /** Vectors that are missing, or of other dimensions, are null. */
  readonly chunks: readonly (Pick<IndexedChunk, "chunk"> & {
    readonly vectors: Pick<IndexedChunk, "vector" | "contextVector"> | null;
  })[];
}

/** An article as it was put in, whatever people have put right in it; null where there is none. */
export function readIndexed(connection: Connection, id: string, dimensions: number): IndexedArticle | null {
  const read = readBack(connection, id, dimensions);
  return (
    read && { ...read, chunks: read.chunks.flatMap(({ chunk, vectors }) => (vectors ? [{ chunk, ...vectors }] : [])) }
  );
}

/** The same with the passages that have no vectors. @throws SqliteError where a page of it is damaged. */
export function readBack(connection: Connection, id: string, dimensions: number): ReadBack | null {
  const [article] = readArticles(connection, [id]);
  const found = readFound(connection, id);
  const place = connection.get<{ readonly origin: string | null; readonly sample: number }>(
    "SELECT origin, sample FROM article WHERE id = ?",
    id,
  );
  if (!article || found === null || place === undefined) return null;
  const foundChunks = new Map(found.chunks.map((chunk) => [chunk.id, chunk]));
  const [chunks = []] = readChunksOfArticles(connection, [id]);
  return {
    ...{ article, origin: place.origin, sample: place.sample === 1 },
    quotes: found.quotes,
    entities: found.entities,
    chunks: chunks.map((chunk) => ({
      chunk: { ...chunk, ...foundChunks.get(chunk.id) },
      vectors: vectorsOf(connection, chunk.id, dimensions),
    })),
  };
}

function vectorsOf(connection: Connection, chunkId: string, dimensions: number): ReadBack["chunks"][number]["vectors"] {
  const row = connection.get<{ readonly vector: Uint8Array; readonly context_vector: Uint8Array }>(
    "SELECT v.vector, v.context_vector FROM chunk c JOIN chunk_vector v ON v.label = c.label WHERE c.id = ?",
    chunkId,
  );
  const [vector, contextVector] = row ? [row.vector, row.context_vector].map(decoded) : [];
  return vector?.length === dimensions && contextVector?.length === dimensions ? { vector, contextVector } : null;
}

const SCALE_BYTES = 4;

/** One that is cut short is none. */
const decoded = (blob: Uint8Array): Float32Array =>
  blob.length < SCALE_BYTES ? new Float32Array() : decodeVector(readCodes(blob));
