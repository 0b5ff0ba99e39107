import { withParameters } from "./parameters.ts";

/** What an article's page sets off. */
export interface ArticleState {
  /** The id of the one speaker whose quotes stand out; null for all. */
  readonly speaker: string | null;
  /** The anchor of the quote or the paragraph to bring into view; empty for the top. */
  readonly anchor: string;
}

export const readArticle = (parameters: URLSearchParams, anchor: string): ArticleState => ({
  speaker: parameters.get("speaker"),
  anchor,
});

export const articleAddress = (id: string, { speaker = null, anchor = "" }: Partial<ArticleState> = {}): string =>
  withParameters(
    `/article/${id}`,
    [...(speaker === null ? [] : [["speaker", speaker] as const]), ...quoteIn(anchor)],
    anchor,
  );

/** The server reads no anchors: the card of a link, which shows the words, follows this parameter. */
const quoteIn = (anchor: string): readonly (readonly [string, string])[] =>
  anchor.startsWith(QUOTE_ANCHOR) ? [["quote", anchor.slice(QUOTE_ANCHOR.length)]] : [];

const QUOTE_ANCHOR = "quote-";

export const quoteAnchor = (quoteId: string): string => `${QUOTE_ANCHOR}${quoteId}`;
/** @param index The paragraph's place in the article, from 0. */
export const paragraphAnchor = (index: number): string => `paragraph-${index + 1}`;
