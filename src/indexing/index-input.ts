import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { formatOf } from "../ingest/format-of.ts";
import type { ArticleFormat, ArticleSource } from "../ingest/read-articles.ts";

type Details = ArticleSource["details"];

/** A source of articles, and where it lies. */
export interface IndexInput {
  readonly source: ArticleSource;
  /** The file's absolute path; null for standard input. */
  readonly origin: string | null;
}

/**
 * A file to index. Its key is its path from the working directory where it lies below it, so that a folder that is
 * moved as a whole keeps the ids of its articles.
 */
export function fileInput(path: string, details: Details, workingDirectory: string): IndexInput {
  const fromHere = relative(workingDirectory, path);
  const below = !fromHere.startsWith("..") && !isAbsolute(fromHere);
  const name = below ? fromHere.split(sep).join("/") : path;
  const bytes = { [Symbol.asyncIterator]: () => createReadStream(path)[Symbol.asyncIterator]() };
  return { source: { name, format: formatOf(path) ?? "TEXT", bytes, details, sourceKey: name }, origin: path };
}

/**
 * Standard input as one source. An article that has no url or id of its own is named by its bytes: the same article
 * piped twice is one.
 */
export async function standardInput(
  stream: AsyncIterable<Uint8Array>,
  format: ArticleFormat,
  details: Details,
): Promise<IndexInput> {
  const name = "standard input";
  if (format === "JSON_LINES")
    return { source: { name, format, bytes: stream, details, sourceKey: name }, origin: null };
  const chunks: Uint8Array[] = [];
  const hash = createHash("sha256");
  for await (const chunk of stream) {
    chunks.push(chunk);
    hash.update(chunk);
  }
  return { source: { name, format, bytes: iterate(chunks), details, sourceKey: hash.digest("hex") }, origin: null };
}

async function* iterate(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
