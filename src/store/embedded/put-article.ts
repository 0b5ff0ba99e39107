import type { Article } from "../../model/article.ts";
import type { Chunk } from "../../model/chunk.ts";
import { foldName } from "../../model/fold-name.ts";
import { nameWords } from "../../model/name-words.ts";
import { type Quote, speakersOf } from "../../model/quote.ts";
import type { Span } from "../../model/span.ts";
import {
  attributionsByQuote,
  type EntityMention,
  inTextOrder,
  mentionedIn,
  mentionedWithin,
  mentionsInOrder,
} from "../mentions-within.ts";
import type { IndexedArticle } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { addMembers, removeMembers, settleMembers } from "./join-entities.ts";
import { type MemberChange, noChange } from "./member-change.ts";
import { writeRecording } from "./recording-column.ts";
import { writeCodes } from "./vector-blob.ts";

/** By the id of an article's entity the key of its group of names. */
type GroupKeys = ReadonlyMap<string, number>;

/** Puts an article in, or in the place of the one with its id. Runs inside a transaction. */
export function putArticle(connection: Connection, indexed: IndexedArticle): void {
  const change = noChange();
  takeOut(connection, indexed.article.id, change);
  insertArticle(connection, indexed);
  const keys = addMembers(connection, indexed, change);
  const mentions = mentionsInOrder(indexed.entities);
  insertQuotes(connection, indexed.quotes, mentions, keys);
  insertChunks(connection, indexed, mentions, keys);
  settleMembers(connection, change);
}

/** The number of articles removed: unknown ids do not count. Runs inside a transaction. */
export function removeArticles(connection: Connection, articleIds: readonly string[]): number {
  const ids = JSON.stringify(articleIds);
  const known = connection.all<{ readonly id: string }>(
    "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))",
    ids,
  );
  const change = noChange();
  for (const { id } of known) takeOut(connection, id, change);
  settleMembers(connection, change);
  return known.length;
}

/** Removes all of an article but what its entities were joined to. */
function takeOut(connection: Connection, articleId: string, change: MemberChange): void {
  const labels = "SELECT label FROM chunk WHERE article_id = ?";
  connection.run(`INSERT INTO chunk_removal (label) ${labels} ORDER BY label`, articleId);
  connection.run(`DELETE FROM chunk_words WHERE rowid IN (${labels})`, articleId);
  connection.run(`DELETE FROM chunk_vector WHERE label IN (${labels})`, articleId);
  connection.run("DELETE FROM chunk WHERE article_id = ?", articleId);
  connection.run("DELETE FROM quote WHERE article_id = ?", articleId);
  removeMembers(connection, articleId, change);
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
    json(article.titleSpan),
    JSON.stringify(article.paragraphs),
    article.text,
    article.author,
    writeRecording(article.recording),
  );
}

function insertQuotes(
  connection: Connection,
  quotes: readonly Quote[],
  mentions: readonly EntityMention[],
  keys: GroupKeys,
): void {
  inTextOrder(quotes).forEach((quote, ordinal) => {
    connection.run(
      "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      quote.id,
      quote.articleId,
      ordinal,
      quote.kind,
      JSON.stringify(quote.spans),
      json(quote.cue),
      json(quote.speakerMention),
      quote.onBehalfOfId === null ? null : keyIn(keys, quote.onBehalfOfId, quote),
      quote.assertion,
      quote.reports,
      JSON.stringify(quote.sentence),
      quote.confidence,
    );
    insertSpeakers(connection, quote, keys);
    const sql = "INSERT OR IGNORE INTO quote_entity VALUES (?, ?)";
    for (const id of mentionedWithin(quote.spans, mentions)) connection.run(sql, quote.id, keys.get(id) ?? null);
  });
}

/** Two of an article's entities that are one group of names spoke once. */
function insertSpeakers(connection: Connection, quote: Quote, keys: GroupKeys): void {
  const speakers = speakersOf(quote).map((id) => keyIn(keys, id, quote));
  [...new Set(speakers)].forEach((key, place) => {
    connection.run("INSERT INTO quote_speaker VALUES (?, ?, ?)", quote.id, place, key);
  });
}

/** @throws Error for an id that is none of the article's entities: extraction went wrong. */
function keyIn(keys: GroupKeys, entityId: string, { id }: Quote): number {
  const key = keys.get(entityId);
  if (key === undefined)
    throw new Error(`Quote ${id} is said by or for ${entityId}, which is no entity of its article.`);
  return key;
}

function insertChunks(
  connection: Connection,
  indexed: IndexedArticle,
  mentions: readonly EntityMention[],
  keys: GroupKeys,
): void {
  const attributions = attributionsByQuote(indexed.quotes);
  const inOrder = inTextOrder(indexed.chunks.map((embedded) => ({ ...embedded, spans: embedded.chunk.spans })));
  inOrder.forEach(({ chunk, vector, contextVector }, ordinal) => {
    const label = insertChunk(connection, chunk, ordinal);
    const sql = "INSERT INTO chunk_vector VALUES (?, ?, ?)";
    connection.run(sql, label, writeCodes(vector), writeCodes(contextVector));
    connection.run("INSERT INTO chunk_words (rowid, text) VALUES (?, ?)", label, chunk.text);
    const mentioned = "INSERT OR IGNORE INTO chunk_entity VALUES (?, ?)";
    for (const id of mentionedIn(chunk, mentions, attributions)) connection.run(mentioned, label, keys.get(id) ?? null);
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
  const sql = "INSERT INTO chunk_quote VALUES (?, ?, ?)";
  for (const [place, quoteId] of chunk.quoteIds.entries()) connection.run(sql, row.label, place, quoteId);
  return row.label;
}

const json = (value: Span | null): string | null => (value === null ? null : JSON.stringify(value));
