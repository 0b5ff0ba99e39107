import { reasonOf } from "../../../../errors.ts";
import type { Article } from "../../../../model/article.ts";
import { type Chunk, chunkId } from "../../../../model/chunk.ts";
import { type Quote, quoteId, quoteText } from "../../../../model/quote.ts";
import type { Span } from "../../../../model/span.ts";
import { readArticles } from "../../articles.ts";
import { readChunksOfArticles } from "../../chunks.ts";
import type { Connection } from "../../connection.ts";
import { keptFound } from "../../corrections/found-article.ts";
import { readQuotes } from "../../quotes.ts";
import { type Finding, FindingList } from "../finding.ts";

/**
 * Every span lies in its article, and the words there are those that the id of the quote or passage is a hash of: to the
 * letter those that were found when the article was read.
 */
export function checkSpans(connection: Connection): readonly Finding[] {
  const list = new FindingList("spans");
  for (const id of connection.column<string>("SELECT id FROM article ORDER BY id")) {
    try {
      checkArticle(connection, id, list);
    } catch (error) {
      list.add("An article can't be read", `${id}: ${reasonOf(error)}`);
    }
  }
  return list.findings;
}

function checkArticle(connection: Connection, id: string, list: FindingList): void {
  const [article] = readArticles(connection, [id]);
  if (!article) {
    list.add("An article has no text", id);
    return;
  }
  const blocks = article.titleSpan === null ? article.paragraphs : [article.titleSpan, ...article.paragraphs];
  if (!blocks.every((span) => isIn(article, span))) list.add("A paragraph lies outside its article", id);
  checkMentions(connection, article, list);
  const ids = connection.column<string>("SELECT id FROM quote WHERE article_id = ? ORDER BY ordinal", id);
  const quotes = readQuotes(connection, ids).flatMap((quote) => quote ?? []);
  // Ids are hashes of what was found: of equal words the first may be one that people hid, and a passage's quote, too.
  const found = keptFound(connection, id);
  for (const quote of quotes) checkQuote(article, quote, found?.quotes.length ?? quotes.length, list);
  const [chunks = []] = readChunksOfArticles(connection, [id]);
  const kinds = new Map(found?.chunks.map((chunk) => [chunk.id, chunk.kind]));
  for (const chunk of chunks) {
    checkChunk(article, { ...chunk, kind: kinds.get(chunk.id) ?? chunk.kind }, chunks.length, list);
  }
}

function checkQuote(article: Article, quote: Quote, among: number, list: FindingList): void {
  const { id, spans, cue, speakerMention, sentence } = quote;
  const told = [...spans, sentence, ...(cue ? [cue] : []), ...(speakerMention ? [speakerMention] : [])];
  if (spans.length === 0 || !told.every((span) => isIn(article, span))) {
    list.add("A quote's words lie outside its article", id);
  } else if (!isOneOf(id, among, (nth) => quoteId(article.id, quoteText(article, spans), nth))) {
    list.add("A quote's words are not those that it was made of", id);
  }
}

function checkChunk(article: Article, { id, kind, spans, text }: Chunk, among: number, list: FindingList): void {
  if (spans.length === 0 || !spans.every((span) => isIn(article, span))) {
    list.add("A passage lies outside its article", id);
  } else if (!isOneOf(id, among, (nth) => chunkId(article.id, kind, text, nth))) {
    list.add("A passage's words are not those that it was made of", id);
  }
}

function checkMentions(connection: Connection, article: Article, list: FindingList): void {
  const sql = "SELECT id, mentions FROM article_entity WHERE article_id = ?";
  for (const { id, mentions } of connection.all<{ readonly id: string; readonly mentions: string }>(sql, article.id)) {
    const spans: readonly Span[] = JSON.parse(mentions);
    if (!spans.every((span) => isIn(article, span))) list.add("A mention lies outside its article", id);
  }
}

const isIn = ({ text }: Article, { start, end }: Span): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length;

/** Of equal words the first has the number 0, and as many at most are equal as there are. */
function isOneOf(id: string, among: number, idOf: (nth: number) => string): boolean {
  for (let nth = 0; nth < among; nth++) if (idOf(nth) === id) return true;
  return false;
}
