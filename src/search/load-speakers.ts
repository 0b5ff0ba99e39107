import type { Entity } from "../model/entity.ts";
import { type Quote, speakersOf } from "../model/quote.ts";
import type { QuoteStore } from "../store/quote-store.ts";

/** Who said a quote, and for whom. */
export interface SpokenBy {
  /** All who said it together, the speaker first; none where the article does not decide. */
  readonly speakers: readonly Entity[];
  readonly onBehalfOf: Entity | null;
}

/** Loads those who speak in some quotes in one store call; gives who they are of each. Of no quote nobody is. */
export async function loadSpeakers(
  store: QuoteStore,
  quotes: readonly Quote[],
): Promise<(quote: Quote | null) => SpokenBy> {
  const wanted = quotes.flatMap((quote) => [...speakersOf(quote), quote.onBehalfOfId]);
  const ids = [...new Set(wanted.filter((id) => id !== null))];
  const loaded = ids.length === 0 ? [] : await store.entities(ids);
  const entities = new Map(ids.flatMap((id, i) => (loaded[i] ? [[id, loaded[i]] as const] : [])));
  return (quote) => ({
    speakers: quote === null ? [] : speakersOf(quote).flatMap((id) => entities.get(id) ?? []),
    onBehalfOf: entities.get(quote?.onBehalfOfId ?? "") ?? null,
  });
}
