import type { Chunk, ChunkKind } from "../../model/chunk.ts";
import { byIds } from "../by-ids.ts";
import { readTexts } from "./chunk-texts.ts";
import type { Connection } from "./connection.ts";
import { decodeVector, readCodes } from "./vector-blob.ts";

interface ChunkRow {
  readonly id: string;
  readonly article_id: string;
  readonly kind: ChunkKind;
  /** A JSON array. */
  readonly quote_ids: string;
  readonly spans: string;
  readonly paragraph: number;
}

const QUOTE_IDS = "(SELECT json_group_array(o.quote_id ORDER BY o.place) FROM chunk_quote o WHERE o.label = c.label)";
const CHUNKS = `SELECT c.*, ${QUOTE_IDS} AS quote_ids FROM chunk c`;

export function readChunks(connection: Connection, ids: readonly string[]): readonly (Chunk | null)[] {
  const rows = connection.all<ChunkRow>(
    `${CHUNKS} WHERE c.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return byIds(
    ids,
    toChunks(connection, rows),
    ({ id }) => id,
    (chunk) => chunk,
  );
}

/** In reading order, an empty list for an article that is unknown. */
export function readChunksOfArticles(
  connection: Connection,
  articleIds: readonly string[],
): readonly (readonly Chunk[])[] {
  const rows = connection.all<ChunkRow>(
    `${CHUNKS} WHERE c.article_id IN (SELECT value FROM json_each(?)) ORDER BY c.article_id, c.ordinal`,
    JSON.stringify(articleIds),
  );
  const ofArticle = new Map<string, Chunk[]>(articleIds.map((id) => [id, []]));
  for (const chunk of toChunks(connection, rows)) ofArticle.get(chunk.articleId)?.push(chunk);
  return articleIds.map((id) => ofArticle.get(id) ?? []);
}

export function readVectors(connection: Connection, chunkIds: readonly string[]): readonly (Float32Array | null)[] {
  const rows = connection.all<{ readonly id: string; readonly vector: Uint8Array }>(
    `SELECT c.id, v.vector FROM chunk c JOIN chunk_vector v ON v.label = c.label
     WHERE c.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(chunkIds),
  );
  return byIds(
    chunkIds,
    rows,
    ({ id }) => id,
    ({ vector }) => decodeVector(readCodes(vector)),
  );
}

function toChunks(connection: Connection, rows: readonly ChunkRow[]): readonly Chunk[] {
  const texts = readTexts(connection, rows);
  return rows.map((row, i) => ({
    id: row.id,
    articleId: row.article_id,
    kind: row.kind,
    quoteIds: JSON.parse(row.quote_ids),
    spans: JSON.parse(row.spans),
    text: texts[i] as string,
    paragraph: row.paragraph,
  }));
}
