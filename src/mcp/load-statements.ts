import type { Article } from "../model/article.ts";
import { type Attribution, namesInWords } from "../model/attribution.ts";
import { isSureOfSpeaker, type Quote } from "../model/quote.ts";
import { spanText } from "../model/span.ts";
import { loadSpeakers, type SpokenBy } from "../search/load-speakers.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { MAX_NAME_LENGTH, oneLine } from "./quoted-material.ts";

/** A quote with where it stands, who said it, and for whom. */
export interface Statement extends SpokenBy {
  readonly quote: Quote;
  readonly article: Article;
}

/** In the order of the ids, with null for a quote that is unknown as well: one store call more. */
export async function loadStatements(
  store: QuoteStore,
  quoteIds: readonly string[],
): Promise<readonly (Statement | null)[]> {
  return statementsOf(store, await store.quotes(quoteIds));
}

/** In the order of the quotes, with null for one whose article left meanwhile. Two store calls, however many the quotes. */
export async function statementsOf(
  store: QuoteStore,
  quotes: readonly (Quote | null)[],
): Promise<readonly (Statement | null)[]> {
  const articles = await byId(
    (ids) => store.articles(ids),
    quotes.map((quote) => quote?.articleId),
  );
  const spokenBy = await loadSpeakers(
    store,
    quotes.flatMap((quote) => quote ?? []),
  );
  return quotes.map((quote) => {
    const article = quote && articles.get(quote.articleId);
    if (!article) return null;
    return { quote, article, ...spokenBy(quote) };
  });
}

/** The speakers' names, else the article's words for the speaker ("the minister"), and for whom they speak. */
export function attributionOf({ quote, article, speakers, onBehalfOf }: Statement): Attribution {
  const names = namesInWords(speakers.map(({ name }) => oneLine(name, MAX_NAME_LENGTH)));
  const mention = quote.speakerMention && oneLine(spanText(article.text, quote.speakerMention), MAX_NAME_LENGTH);
  return {
    who: names ?? mention,
    isUnsure: names !== null && !isSureOfSpeaker(quote),
    onBehalfOf: onBehalfOf && oneLine(onBehalfOf.name, MAX_NAME_LENGTH),
  };
}

async function byId<T>(
  load: (ids: readonly string[]) => Promise<readonly (T | null)[]>,
  wanted: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, T>> {
  const ids = [...new Set(wanted.filter((id) => id !== null && id !== undefined))];
  const values = ids.length === 0 ? [] : await load(ids);
  return new Map(ids.flatMap((id, i) => (values[i] ? [[id, values[i]] as const] : [])));
}
