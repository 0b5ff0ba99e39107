import type { Article } from "../../model/article.ts";
import type { Chunk } from "../../model/chunk.ts";
import { foldName } from "../../model/fold-name.ts";
import { nameWords } from "../../model/name-words.ts";
import { inTextOrder } from "../mentions-within.ts";
import type { IndexedArticle } from "../quote-store.ts";
import { addMembers, removeMembers, settleMembers } from "./article-members.ts";
import type { Connection } from "./connection.ts";
import { correctedNow } from "./corrections/corrected-now.ts";
import { dropSubjects } from "./corrections/correction-subjects.ts";
import { insertChunkReadings, insertQuotes, type LabelledChunk } from "./insert-reading.ts";
import { writeRecording } from "./recording-column.ts";
import { nothingToSettle, type ToSettle } from "./to-settle.ts";
import { writeCodes } from "./vector-blob.ts";

/** Puts an article in, or in the place of the one with its id, with what people put right in it. Runs inside a transaction. */
export function putArticle(connection: Connection, indexed: IndexedArticle): void {
  const toSettle = nothingToSettle();
  takeOut(connection, indexed.article.id, toSettle);
  insertArticle(connection, indexed);
  const reading = correctedNow(connection, { ...indexed, chunks: indexed.chunks.map(({ chunk }) => chunk) });
  const keys = addMembers(connection, reading, toSettle);
  insertQuotes(connection, reading, keys);
  const chunks = indexed.chunks.map((embedded, i) => ({
    ...embedded,
    chunk: { ...embedded.chunk, ...reading.chunks[i] },
  }));
  insertChunkReadings(connection, reading, insertChunks(connection, chunks), keys);
  settleMembers(connection, toSettle);
}

/** The number of articles removed: unknown ids do not count. Runs inside a transaction. */
export function removeArticles(connection: Connection, articleIds: readonly string[]): number {
  const ids = JSON.stringify(articleIds);
  const known = connection.all<{ readonly id: string }>(
    "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))",
    ids,
  );
  const toSettle = nothingToSettle();
  for (const { id } of known) takeOut(connection, id, toSettle);
  settleMembers(connection, toSettle);
  return known.length;
}

/** Removes all of an article but what its entities were joined to. */
function takeOut(connection: Connection, articleId: string, toSettle: ToSettle): void {
  const labels = "SELECT label FROM chunk WHERE article_id = ?";
  connection.run(`INSERT INTO chunk_removal (label) ${labels} ORDER BY label`, articleId);
  connection.run(`DELETE FROM chunk_words WHERE rowid IN (${labels})`, articleId);
  connection.run(`DELETE FROM chunk_vector WHERE label IN (${labels})`, articleId);
  connection.run("DELETE FROM chunk WHERE article_id = ?", articleId);
  connection.run("DELETE FROM quote WHERE article_id = ?", articleId);
  removeMembers(connection, articleId, toSettle);
  dropSubjects(connection, articleId);
  connection.run("DELETE FROM article WHERE id = ?", articleId);
}

function insertArticle(connection: Connection, { article, origin, sample }: IndexedArticle): void {
  connection.run(
    "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    article.id,
    article.sourceKey,
    article.revision,
    article.title,
    ["", ...nameWords(article.title ?? "")].join(" "),
    article.publisher,
    article.publisher === null ? null : foldName(article.publisher),
    article.url,
    article.publishedAt,
    origin,
    sample ? 1 : 0,
  );
  insertBody(connection, article);
}

function insertBody(connection: Connection, article: Article): void {
  connection.run(
    "INSERT INTO article_body VALUES (?, ?, ?, ?, ?, ?)",
    article.id,
    article.titleSpan === null ? null : JSON.stringify(article.titleSpan),
    JSON.stringify(article.paragraphs),
    article.text,
    article.author,
    writeRecording(article.recording),
  );
}

/** Gives the chunks with the labels that they got. */
function insertChunks(connection: Connection, chunks: IndexedArticle["chunks"]): readonly LabelledChunk[] {
  const inOrder = inTextOrder(chunks.map((embedded) => ({ ...embedded, spans: embedded.chunk.spans })));
  return inOrder.map(({ chunk, vector, contextVector }, ordinal) => {
    const label = insertChunk(connection, chunk, ordinal);
    const sql = "INSERT INTO chunk_vector VALUES (?, ?, ?)";
    connection.run(sql, label, writeCodes(vector), writeCodes(contextVector));
    connection.run("INSERT INTO chunk_words (rowid, text) VALUES (?, ?)", label, chunk.text);
    return { ...chunk, label };
  });
}

function insertChunk(connection: Connection, chunk: Chunk, ordinal: number): number {
  const row = connection.get<{ readonly label: number }>(
    "INSERT INTO chunk (id, article_id, ordinal, kind, paragraph, spans) VALUES (?, ?, ?, ?, ?, ?) RETURNING label",
    chunk.id,
    chunk.articleId,
    ordinal,
    chunk.kind,
    chunk.paragraph,
    JSON.stringify(chunk.spans),
  );
  if (row === undefined) throw new Error("SQLite gave no label for a new chunk.");
  return row.label;
}
