import type { Article } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import type { Quote } from "../model/quote.ts";
import { spanText } from "../model/span.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { MAX_NAME_LENGTH, oneLine } from "./quoted-material.ts";

/** A quote with where it stands and who said it. */
export interface Statement {
  readonly quote: Quote;
  readonly article: Article;
  readonly speaker: Entity | null;
}

/**
 * In the order of the ids, with null for a quote that is unknown or whose article left meanwhile. Three store calls,
 * however many the ids.
 */
export async function loadStatements(
  store: QuoteStore,
  quoteIds: readonly string[],
): Promise<readonly (Statement | null)[]> {
  const quotes = await store.quotes(quoteIds);
  const articles = await byId(
    (ids) => store.articles(ids),
    quotes.map((quote) => quote?.articleId),
  );
  const speakers = await byId(
    (ids) => store.entities(ids),
    quotes.map((quote) => quote?.speakerId),
  );
  return quotes.map((quote) => {
    const article = quote && articles.get(quote.articleId);
    if (!article) return null;
    return { quote, article, speaker: (quote.speakerId && speakers.get(quote.speakerId)) || null };
  });
}

/** The speaker's name, else the article's words for the speaker ("the minister"), else null. */
export function speakerName({ quote, article, speaker }: Statement): string | null {
  if (speaker !== null) return oneLine(speaker.name, MAX_NAME_LENGTH);
  if (quote.speakerMention === null) return null;
  return oneLine(spanText(article.text, quote.speakerMention), MAX_NAME_LENGTH);
}

async function byId<T>(
  load: (ids: readonly string[]) => Promise<readonly (T | null)[]>,
  wanted: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, T>> {
  const ids = [...new Set(wanted.filter((id) => id !== null && id !== undefined))];
  const values = ids.length === 0 ? [] : await load(ids);
  return new Map(ids.flatMap((id, i) => (values[i] ? [[id, values[i]] as const] : [])));
}
