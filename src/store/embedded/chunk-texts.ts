import { quoteText } from "../../model/quote.ts";
import type { Span } from "../../model/span.ts";
import type { Connection } from "./connection.ts";

/** Where the words of a chunk stand. */
interface TextPlace {
  readonly article_id: string;
  /** A JSON array of spans. */
  readonly spans: string;
}

/** The words of some chunks, in their order, cut from their articles: each article's text is read once. */
export function readTexts(connection: Connection, places: readonly TextPlace[]): readonly string[] {
  const rows = connection.all<{ readonly id: string; readonly text: string }>(
    "SELECT article_id AS id, text FROM article_body WHERE article_id IN (SELECT value FROM json_each(?))",
    JSON.stringify([...new Set(places.map(({ article_id: id }) => id))]),
  );
  // The spans of a chunk lie in one paragraph, whichever it is.
  const articles = new Map(rows.map(({ id, text }) => [id, { text, paragraphs: [] }]));
  return places.map(({ article_id: id, spans }) => {
    const article = articles.get(id);
    return article === undefined ? "" : quoteText(article, JSON.parse(spans) as readonly Span[]);
  });
}
