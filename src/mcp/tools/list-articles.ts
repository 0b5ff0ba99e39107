import { z } from "zod";
import type { Article } from "../../model/article.ts";
import { toGlobalId } from "../../model/global-id.ts";
import { type ListKey, positionOf, toListCursor } from "../../model/list-cursor.ts";
import type { ArticleFilter } from "../../store/quote-store.ts";
import { type AnswerPage, restAsText, toAnswerPage } from "../answer-page.ts";
import { ListShape } from "../list-arguments.ts";
import { PublishedDaysShape, publishedWithin } from "../published-days.ts";
import { QUOTED_LINES, quotedLines } from "../quoted-material.ts";
import { SourceShape, sourceLine, sourceOf } from "../source.ts";
import { defineTool, type ToolAnswer, type ToolParts } from "../tool.ts";

/** Some 1,650 tokens of ids, titles, dates and addresses; fewer articles where these are long. */
const PAGE_SIZE = 15;

const Input = z.strictObject({
  publisher: ListShape.publisher,
  ...PublishedDaysShape,
  cursor: ListShape.cursor,
});

const Output = z.object({
  articles: z.array(z.object({ id: z.string().describe("Give it to fetch to read the article."), ...SourceShape })),
  total: z.int().describe("How many articles match."),
  nextCursor: z.string().optional().describe("For the next page; absent on the last one."),
  hint: z.string().optional(),
});

type Arguments = z.infer<typeof Input>;
type Listed = z.infer<typeof Output>;
type ShownArticle = Listed["articles"][number];

export const listArticlesTool = defineTool({
  name: "list_articles",
  title: "List articles",
  description: `Lists what is in the index: titles, publishers, dates and urls, newest first, up to ${PAGE_SIZE} at a time. Use it to learn what the index covers; to find what was said, use search_quotes.`,
  input: Input,
  output: Output,
  answer: listArticles,
});

async function listArticles({ store, pageUrl }: ToolParts, given: Arguments): Promise<ToolAnswer<Listed>> {
  const filter: ArticleFilter = {
    ...publishedWithin(given),
    ...(given.publisher !== undefined && { publishers: [given.publisher] }),
  };
  const key: ListKey = { list: "list_articles", arguments: { ...filter } };
  const after = given.cursor === undefined ? null : positionOf(key, given.cursor);
  const { items, total, hasNext } = await store.listArticles(filter, { first: PAGE_SIZE, after });
  if (total === 0) return noArticles(nothingFound(filter));
  const entries = items.map(({ value, position }) => ({
    item: showArticle(value, pageUrl),
    cursor: toListCursor(key, position),
  }));
  const { items: articles, rest } = toAnswerPage(entries, hasNext);
  return { structured: { articles, total, ...rest }, text: asText(articles, total, rest) };
}

const noArticles = (hint: string): ToolAnswer<Listed> => ({ structured: { articles: [], total: 0, hint }, text: hint });

const showArticle = (article: Article, pageUrl: string): ShownArticle => ({
  id: toGlobalId("Article", article.id),
  ...sourceOf(article, pageUrl),
});

const nothingFound = (filter: ArticleFilter): string =>
  Object.keys(filter).length === 0
    ? "The index is empty: tell the user to add articles with npm run index -- PATH."
    : "No article matches. Call list_articles without arguments to see which publishers and dates there are.";

function asText(articles: readonly ShownArticle[], total: number, rest: AnswerPage<ShownArticle>["rest"]): string {
  const head = `${articles.length} of ${total} articles. ${QUOTED_LINES}`;
  const blocks = articles.map((article) => `id ${article.id}\n${quotedLines(sourceLine(article))}`);
  return [head, ...blocks, ...restAsText(rest)].join("\n\n");
}
