import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Article } from "../../model/article.ts";
import { toGlobalId } from "../../model/global-id.ts";
import { type ListKey, positionOf, toListCursor } from "../../model/list-cursor.ts";
import type { ArticleFilter, QuoteStore } from "../../store/quote-store.ts";
import { ListShape } from "../list-arguments.ts";
import { PublishedDaysShape, publishedWithin } from "../published-days.ts";
import { QUOTED_LINES, quotedLines } from "../quoted-material.ts";
import { SourceShape, sourceLine, sourceOf } from "../source.ts";
import { answerTool, READ_ONLY, type ToolAnswer, type ToolParts } from "../tool-answer.ts";

/** Some 1,200 tokens of titles, dates and addresses. */
const PAGE_SIZE = 20;

const Input = z.strictObject({
  publisher: ListShape.publisher,
  ...PublishedDaysShape,
  cursor: ListShape.cursor,
});

const Output = z.object({
  articles: z.array(z.object({ id: z.string(), ...SourceShape })),
  total: z.int().describe("How many articles match."),
  nextCursor: z.string().optional().describe("For the next page; absent on the last one."),
  hint: z.string().optional(),
});

type Arguments = z.infer<typeof Input>;
type ShownArticle = z.infer<typeof Output>["articles"][number];

export function registerListArticles(server: McpServer, parts: ToolParts): void {
  server.registerTool(
    "list_articles",
    {
      title: "List articles",
      description: `Lists what is in the index: titles, publishers, dates and urls, newest first, ${PAGE_SIZE} at a time. Use it to learn what the index covers; to find what was said, use search_quotes.`,
      inputSchema: Input,
      outputSchema: Output,
      annotations: READ_ONLY,
    },
    (given) => answerTool(parts, () => listArticles(parts.store, given)),
  );
}

async function listArticles(store: QuoteStore, given: Arguments): Promise<ToolAnswer> {
  const filter: ArticleFilter = {
    ...publishedWithin(given),
    ...(given.publisher !== undefined && { publishers: [given.publisher] }),
  };
  const key: ListKey = { list: "list_articles", arguments: { ...filter } };
  const after = given.cursor === undefined ? null : positionOf(key, given.cursor);
  const { items, total, hasNext } = await store.listArticles(filter, { first: PAGE_SIZE, after });
  const articles = items.map(({ value }) => showArticle(value));
  const last = items.at(-1);
  const nextCursor = hasNext && last ? toListCursor(key, last.position) : undefined;
  const hint = total === 0 ? nothingFound(filter) : undefined;
  const structured = {
    articles,
    total,
    ...(nextCursor !== undefined && { nextCursor }),
    ...(hint !== undefined && { hint }),
  };
  return { structured, text: hint ?? asText(articles, total, nextCursor) };
}

const showArticle = (article: Article): ShownArticle => ({
  id: toGlobalId("Article", article.id),
  ...sourceOf(article),
});

const nothingFound = (filter: ArticleFilter): string =>
  Object.keys(filter).length === 0
    ? "The index is empty: tell the user to add articles with npm run index -- PATH."
    : "No article matches. Call list_articles without arguments to see which publishers and dates there are.";

function asText(articles: readonly ShownArticle[], total: number, nextCursor: string | undefined): string {
  const lines = quotedLines(articles.map(sourceLine).join("\n"));
  const more = nextCursor === undefined ? [] : [`More: repeat the call with cursor ${nextCursor}`];
  return [`${articles.length} of ${total} articles. ${QUOTED_LINES}\n${lines}`, ...more].join("\n\n");
}
