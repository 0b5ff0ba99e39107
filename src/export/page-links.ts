import { toGlobalId } from "../model/global-id.ts";

/** The page of an article. @param articleId The store's. */
export const articlePage = (pageUrl: string, articleId: string): string =>
  `${pageUrl}/article/${toGlobalId("Article", articleId)}`;

/** A quote's one address: the page of its article opened at the words, with a card that shows them. @param quoteId The store's. */
export function quoteLink(pageUrl: string, articleId: string, quoteId: string): string {
  const id = toGlobalId("Quote", quoteId);
  // As the reading page names its quotes.
  return `${articlePage(pageUrl, articleId)}?quote=${id}#quote-${id}`;
}
