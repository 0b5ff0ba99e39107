import { toGlobalId } from "../model/global-id.ts";

/** The page of an article, opened at an anchor; at its top for an empty one. @param articleId The store's. */
export const quotePage = (pageUrl: string, articleId: string, anchor: string): string =>
  `${pageUrl}/article/${toGlobalId("Article", articleId)}${anchor === "" ? "" : `#${anchor}`}`;

/** As the reading page names its quotes. */
export const quoteAnchor = (quoteId: string): string => `quote-${quoteId}`;
