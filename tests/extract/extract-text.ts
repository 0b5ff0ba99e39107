import { type Extraction, extractArticle } from "../../src/extract/extract-article.ts";
import { layOutPlainText } from "../../src/ingest/plain-text.ts";
import { articleId, articleRevision, type ReadableArticle } from "../../src/model/article.ts";
import type { ArticleEntity, EntityKind } from "../../src/model/entity.ts";
import { type Quote, quoteText } from "../../src/model/quote.ts";
import { type Span, spanText } from "../../src/model/span.ts";

/** An article from its plain text, laid out as ingest does it. A text without words is one empty article. */
export function articleOf(text: string, title: string | null = null): ReadableArticle {
  const details = { sourceKey: "test", title, publisher: null, url: null, publishedAt: null };
  return {
    id: articleId("test"),
    revision: articleRevision(text, details),
    ...details,
    text,
    author: null,
    recording: null,
    ...layOutPlainText(text, title),
  };
}

/** What an article gives, in rows that a person can read. */
export interface Readable {
  /** `KIND | speaker | words`; a paragraph's end is ` ¶ `, a cue left out of the words is ` … `. */
  readonly quotes: readonly string[];
  /** `name = alias; alias (title; title)` */
  readonly people: readonly string[];
  readonly organizations: readonly string[];
  readonly places: readonly string[];
}

export function extractText(text: string): Readable {
  const article = articleOf(text);
  const extraction = extractArticle(article);
  const ofKind = (kind: EntityKind) => extraction.entities.filter((entity) => entity.kind === kind).map(entityRow);
  return {
    quotes: extraction.quotes.map((quote) => quoteRow(article, quote, extraction)),
    people: ofKind("PERSON"),
    organizations: ofKind("ORGANIZATION"),
    places: ofKind("PLACE"),
  };
}

export const quotesOf = (text: string): readonly string[] => extractText(text).quotes;

export const speakerName = (quote: Quote, { entities }: Extraction): string =>
  entities.find(({ id }) => id === quote.speakerId)?.name ?? "-";

/** The quote that holds these words. */
export function quoteWith(text: string, words: string): { readonly quote: Quote; readonly extraction: Extraction } {
  const article = articleOf(text);
  const extraction = extractArticle(article);
  const quote = extraction.quotes.find((one) => wordsOf(article, one).includes(words));
  if (quote === undefined) throw new Error(`No quote holds “${words}”.`);
  return { quote, extraction };
}

/** Who says these words, "-" for nobody who is named. */
export function speakerOf(text: string, words: string): string {
  const { quote, extraction } = quoteWith(text, words);
  return speakerName(quote, extraction);
}

export const wordsOf = (article: ReadableArticle, quote: Quote): string =>
  quoteText(article, quote.spans, " … ").replaceAll("\n\n", " ¶ ");

export const cut = (article: ReadableArticle, span: Span | null): string =>
  span === null ? "-" : spanText(article.text, span);

const quoteRow = (article: ReadableArticle, quote: Quote, extraction: Extraction): string =>
  [quote.kind, speakerName(quote, extraction), wordsOf(article, quote)].join(" | ");

export function entityRow({ name, aliases, titles }: ArticleEntity): string {
  const also = aliases.length === 0 ? "" : ` = ${aliases.join("; ")}`;
  return titles.length === 0 ? name + also : `${name}${also} (${titles.join("; ")})`;
}
