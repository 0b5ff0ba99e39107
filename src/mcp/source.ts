import { z } from "zod";
import type { Article } from "../model/article.ts";
import { toGlobalId } from "../model/global-id.ts";
import { MAX_NAME_LENGTH, MAX_TITLE_LENGTH, oneLine, shownUrl } from "./quoted-material.ts";

/** What a citation needs of an article; what is not known is absent, as every word of an answer costs its reader. */
export const SourceShape = {
  title: z.string().optional().describe("The article's headline."),
  publisher: z.string().optional(),
  date: z.string().optional().describe("When it was published, in UTC: YYYY-MM-DD."),
  url: z.string().describe("Where the article can be read: cite this."),
} as const;

export type Source = z.infer<z.ZodObject<typeof SourceShape>>;

/** An article without an address of its own is cited by the reading page's. */
export function sourceOf(article: Article, pageUrl: string): Source {
  const { title, publisher, publishedAt, url } = article;
  return {
    ...(title !== null && { title: oneLine(title, MAX_TITLE_LENGTH) }),
    ...(publisher !== null && { publisher: oneLine(publisher, MAX_NAME_LENGTH) }),
    ...(publishedAt !== null && { date: dayOf(publishedAt) }),
    url: shownUrl(url) ?? `${pageUrl}/article/${toGlobalId("Article", article.id)}`,
  };
}

/** `Title (Publisher, 2024-03-05)`, with what is known. */
export function sourceName({ title, publisher, date }: Omit<Source, "url">): string {
  const where = [publisher, date].filter((part) => part !== undefined).join(", ");
  return [title ?? "Untitled", where && `(${where})`].filter(Boolean).join(" ");
}

/** `Title (Publisher, 2024-03-05) https://...` */
export const sourceLine = (source: Source): string => `${sourceName(source)} ${source.url}`;

/** The day of a time in ISO 8601. */
export const dayOf = (time: string): string => time.slice(0, "YYYY-MM-DD".length);
