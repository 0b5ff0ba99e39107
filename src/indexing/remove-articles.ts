import type { QuoteStoreWriter } from "../store/quote-store.ts";

/** Removes articles by id or url. @returns how many there were. */
export async function removeArticles(store: QuoteStoreWriter, idsOrUrls: readonly string[]): Promise<number> {
  const byUrl = await Promise.all(idsOrUrls.map((url) => store.articleByUrl(url)));
  return store.remove(idsOrUrls.map((name, i) => byUrl[i]?.id ?? name));
}
