import { asAnnotated } from "../../../scripts/evaluate/verification/claim-material.ts";
import type { QuoteStore } from "../../../src/store/quote-store.ts";

/** The articles of an index with what is said in them, as if somebody had annotated it. */
export async function annotatedIn(store: QuoteStore) {
  const all = { first: 1_000, after: null };
  const [articles, quotes, entities] = await Promise.all([
    store.listArticles({}, all),
    store.listQuotes({}, "OLDEST", all),
    store.listEntities({}, all),
  ]);
  return articles.items.map(({ value: article }) => {
    const own = quotes.items.map(({ value }) => value).filter(({ articleId }) => articleId === article.id);
    const known = entities.items.map(({ value }) => ({
      ...value,
      articleId: article.id,
      linkKey: null,
      mentions: [],
      titles: [],
    }));
    return { article, quotes: asAnnotated({ article, quotes: own, entities: known }) };
  });
}
