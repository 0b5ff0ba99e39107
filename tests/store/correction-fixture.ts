import type { Correction, CorrectionChange } from "../../src/model/correction.ts";
import { textSelectors } from "../../src/model/text-selector.ts";
import type { IndexedArticle } from "../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, joinedId } from "./article-fixture.ts";

/** A minute each, so that what is made later is the later one. */
const timeOf = (minute: number): string => new Date(Date.UTC(2031, 5, 1, 9, minute)).toISOString();

/** A correction as it is made in some minute. */
export const correction = (minute: number, change: CorrectionChange, id = `correction ${minute}`): Correction => ({
  id,
  change,
  at: timeOf(minute),
  by: "Edda",
  reason: "The recording tells",
  before: { names: [], assertion: null },
  undone: null,
});

export const undoneAt = (minute: number) => ({ at: timeOf(minute), by: "Edda" });

/** The words of the quote in some passage of an article, as a correction tells of them. */
export function wordsOf(sketch: ArticleSketch, passage: number) {
  const indexed = articleFrom(sketch);
  const quote = quoteIn(indexed, passage);
  const { id: articleId, text } = indexed.article;
  return { articleId, quoteId: quote.id, selectors: textSelectors(text, quote.spans) };
}

/** The quote that stands in some passage of an article. */
export function quoteIn({ article, quotes }: IndexedArticle, passage: number) {
  const place = article.paragraphs[passage];
  const found = quotes.find(({ sentence }) => sentence.start === place?.start);
  if (found === undefined) throw new Error(`Nothing is said in passage ${passage}.`);
  return found;
}

/** A person of a first and a last name, as corrections name people. */
export const personNamed = (name: string) => ({ id: joinedId(name.toLowerCase()), kind: "PERSON" as const, name });
