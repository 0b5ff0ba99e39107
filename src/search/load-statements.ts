import type { Article } from "../model/article.ts";
import type { Correction } from "../model/correction.ts";
import type { Quote } from "../model/quote.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { loadSpeakers, type SpokenBy } from "./load-speakers.ts";

/** A quote with where it stands, who said it, and for whom. */
export interface Statement extends SpokenBy {
  readonly quote: Quote;
  readonly article: Article;
  /** What people put right in the quote last; null where it is told as it was found. */
  readonly correction: Correction | null;
}

/** In the order of the ids, with null for a quote that is unknown as well: one store call more. */
export async function loadStatements(
  store: QuoteStore,
  quoteIds: readonly string[],
): Promise<readonly (Statement | null)[]> {
  return statementsOf(store, await store.quotes(quoteIds));
}

/** In the order of the quotes, with null for one whose article left meanwhile. Three store calls, however many the quotes. */
export async function statementsOf(
  store: QuoteStore,
  quotes: readonly (Quote | null)[],
): Promise<readonly (Statement | null)[]> {
  const known = quotes.flatMap((quote) => quote ?? []);
  const [articles, spokenBy, corrections] = await Promise.all([
    byId(
      (ids) => store.articles(ids),
      known.map(({ articleId }) => articleId),
    ),
    loadSpeakers(store, known),
    byId(
      (ids) => store.correctionsOf(ids),
      known.map(({ id }) => id),
    ),
  ]);
  return quotes.map((quote) => {
    const article = quote && articles.get(quote.articleId);
    if (!article) return null;
    return { quote, article, ...spokenBy(quote), correction: corrections.get(quote.id)?.[0] ?? null };
  });
}

async function byId<T>(
  load: (ids: readonly string[]) => Promise<readonly (T | null)[]>,
  wanted: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, T>> {
  const ids = [...new Set(wanted.filter((id) => id !== null && id !== undefined))];
  const values = ids.length === 0 ? [] : await load(ids);
  return new Map(ids.flatMap((id, i) => (values[i] ? [[id, values[i]] as const] : [])));
}
