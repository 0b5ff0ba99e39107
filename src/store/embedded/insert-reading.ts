import type { Chunk } from "../../model/chunk.ts";
import { type Quote, speakersOf } from "../../model/quote.ts";
import type { Span } from "../../model/span.ts";
import type { ArticleReading } from "../corrections/article-reading.ts";
import { attributionsByQuote, inTextOrder, mentionedIn, mentionedWithin, mentionsInOrder } from "../mentions-within.ts";
import type { Connection } from "./connection.ts";

/** By the id of an article's entity the key of its group of names. */
export type GroupKeys = ReadonlyMap<string, number>;

/** Puts in an article's quotes, with those who say them and whom and what their words mention. */
export function insertQuotes(
  connection: Connection,
  { quotes, entities }: Pick<ArticleReading, "quotes" | "entities">,
  keys: GroupKeys,
): void {
  const mentions = mentionsInOrder(entities);
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

/** A chunk that is in, by its label. */
export type LabelledChunk = Pick<Chunk, "quoteIds" | "spans"> & { readonly label: number };

/** Puts in which quotes have words in an article's chunks, and whom and what they mention. */
export function insertChunkReadings(
  connection: Connection,
  { quotes, entities }: Pick<ArticleReading, "quotes" | "entities">,
  chunks: readonly LabelledChunk[],
  keys: GroupKeys,
): void {
  const mentions = mentionsInOrder(entities);
  const attributions = attributionsByQuote(quotes);
  for (const chunk of chunks) {
    const said = "INSERT INTO chunk_quote VALUES (?, ?, ?)";
    for (const [place, quoteId] of chunk.quoteIds.entries()) connection.run(said, chunk.label, place, quoteId);
    const mentioned = "INSERT OR IGNORE INTO chunk_entity VALUES (?, ?)";
    for (const id of mentionedIn(chunk, mentions, attributions))
      connection.run(mentioned, chunk.label, keys.get(id) ?? null);
  }
}

const json = (value: Span | null): string | null => (value === null ? null : JSON.stringify(value));
