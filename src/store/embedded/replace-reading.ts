import type { ArticleReading } from "../corrections/article-reading.ts";
import { ROW_READING } from "./chunk-table/row-reading.ts";
import { readTexts } from "./chunk-texts.ts";
import type { Connection } from "./connection.ts";
import { insertChunkReadings, insertQuotes } from "./insert-reading.ts";
import { addMembers, removeMembers } from "./join-entities.ts";
import type { MemberChange } from "./member-change.ts";

/**
 * Tells something else of an article that is in: its quotes, its entities, and what is said in its chunks. Where that is the same for all
 * of its chunks they keep their labels, and whoever follows the database has nothing to do. Runs inside a transaction.
 */
export function replaceReading(connection: Connection, reading: ArticleReading, change: MemberChange): void {
  const articleId = reading.article.id;
  const before = JSON.stringify(readRows(connection, articleId));
  const labels = "SELECT label FROM chunk WHERE article_id = ?";
  connection.run(`DELETE FROM chunk_quote WHERE label IN (${labels})`, articleId);
  connection.run(`DELETE FROM chunk_entity WHERE label IN (${labels})`, articleId);
  connection.run("DELETE FROM quote WHERE article_id = ?", articleId);
  removeMembers(connection, articleId, change);
  const keys = addMembers(connection, reading, change);
  insertQuotes(connection, reading, keys);
  insertChunkReadings(connection, reading, withLabels(connection, reading), keys);
  const rows = readRows(connection, articleId);
  if (JSON.stringify(rows) !== before) for (const { label } of rows) giveNewLabel(connection, label);
}

/** What processes that hold chunks in memory have of each, in reading order. */
const readRows = (connection: Connection, articleId: string) =>
  connection.all<{ readonly label: number }>(
    `SELECT c.label, c.kind, ${ROW_READING} FROM chunk c WHERE c.article_id = ? ORDER BY c.ordinal`,
    articleId,
  );

/** The chunks with their labels; their kinds are what they are now. */
function withLabels(connection: Connection, { article, chunks }: ArticleReading) {
  const rows = connection.all<{ readonly id: string; readonly label: number }>(
    "SELECT id, label FROM chunk WHERE article_id = ?",
    article.id,
  );
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  return chunks.flatMap((chunk) => {
    const label = labels.get(chunk.id);
    if (label === undefined) return [];
    connection.run("UPDATE chunk SET kind = ? WHERE label = ?", chunk.kind, label);
    return [{ ...chunk, label }];
  });
}

/**
 * Labels are given once: a chunk of which something else is told goes, and comes back as the last one. The chunks of an article go
 * together, for their labels tell which stand beside each other.
 */
function giveNewLabel(connection: Connection, label: number): void {
  const sql = "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'chunk' RETURNING seq";
  const next = connection.get<{ readonly seq: number }>(sql)?.seq;
  if (next === undefined) throw new Error("SQLite gave no label for a chunk that is told of anew.");
  connection.pragma("defer_foreign_keys = ON");
  for (const table of ["chunk", "chunk_quote", "chunk_entity", "chunk_vector"]) {
    connection.run(`UPDATE ${table} SET label = ? WHERE label = ?`, next, label);
  }
  connection.run("INSERT INTO chunk_removal (label) VALUES (?)", label);
  moveWords(connection, label, next);
}

function moveWords(connection: Connection, from: number, to: number): void {
  const places = connection.all<{ readonly article_id: string; readonly spans: string }>(
    "SELECT article_id, spans FROM chunk WHERE label = ?",
    to,
  );
  const [text = ""] = readTexts(connection, places);
  connection.run("DELETE FROM chunk_words WHERE rowid = ?", from);
  connection.run("INSERT INTO chunk_words (rowid, text) VALUES (?, ?)", to, text);
}
