import type { ArticleReading } from "../corrections/article-reading.ts";
import { addMembers, removeMembers } from "./article-members.ts";
import { ROW_READING } from "./chunk-table/row-reading.ts";
import { readTexts } from "./chunk-texts.ts";
import type { Connection } from "./connection.ts";
import { insertChunkReadings, insertQuotes } from "./insert-reading.ts";
import type { ToSettle } from "./to-settle.ts";

/**
 * Tells something else of an article that is in: its quotes, its entities, and what is said in its chunks. Where that is the same for all
 * of its chunks they keep their labels, and whoever follows the database has nothing to do. Runs inside a transaction.
 */
export function replaceReading(connection: Connection, reading: ArticleReading, toSettle: ToSettle): void {
  const articleId = reading.article.id;
  const before = JSON.stringify(readRows(connection, articleId));
  const labels = "SELECT label FROM chunk WHERE article_id = ?";
  connection.run(`DELETE FROM chunk_quote WHERE label IN (${labels})`, articleId);
  connection.run(`DELETE FROM chunk_entity WHERE label IN (${labels})`, articleId);
  connection.run("DELETE FROM quote WHERE article_id = ?", articleId);
  removeMembers(connection, articleId, toSettle);
  const keys = addMembers(connection, reading, toSettle);
  insertQuotes(connection, reading, keys);
  insertChunkReadings(connection, reading, withLabels(connection, reading), keys);
  const rows = readRows(connection, articleId);
  if (JSON.stringify(rows) === before) return;
  giveNewLabels(
    connection,
    rows.map(({ label }) => label),
  );
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
 * Labels are given once: chunks of which something else is told go, and come back as the last ones. Those of an article go together,
 * in reading order, for their labels tell which stand beside each other.
 */
function giveNewLabels(connection: Connection, labels: readonly number[]): void {
  const places = connection.all<{ readonly article_id: string; readonly spans: string }>(
    "SELECT c.article_id, c.spans FROM json_each(?) l JOIN chunk c ON c.label = l.value ORDER BY l.key",
    JSON.stringify(labels),
  );
  const texts = readTexts(connection, places);
  connection.pragma("defer_foreign_keys = ON");
  for (const [i, label] of labels.entries()) giveNewLabel(connection, label, texts[i] as string);
}

function giveNewLabel(connection: Connection, label: number, text: string): void {
  const sql = "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'chunk' RETURNING seq";
  const next = connection.get<{ readonly seq: number }>(sql)?.seq;
  if (next === undefined) throw new Error("SQLite gave no label for a chunk that is told of anew.");
  for (const table of ["chunk", "chunk_quote", "chunk_entity", "chunk_vector"]) {
    connection.run(`UPDATE ${table} SET label = ? WHERE label = ?`, next, label);
  }
  connection.run("INSERT INTO chunk_removal (label) VALUES (?)", label);
  connection.run("DELETE FROM chunk_words WHERE rowid = ?", label);
  connection.run("INSERT INTO chunk_words (rowid, text) VALUES (?, ?)", next, text);
}
