import { z } from "zod";
import type { Article } from "../model/article.ts";
import { MAX_NAME_LENGTH, MAX_TITLE_LENGTH, oneLine, shownUrl } from "./quoted-material.ts";

/** What a citation needs of an article. */
export const SourceShape = {
  title: z.string().nullable().describe("The article's headline."),
  publisher: z.string().nullable(),
  date: z.string().nullable().describe("When it was published, in UTC: YYYY-MM-DD."),
  url: z.string().nullable().describe("Where the article stands: cite this."),
} as const;

export type Source = z.infer<z.ZodObject<typeof SourceShape>>;

export const sourceOf = ({ title, publisher, publishedAt, url }: Article): Source => ({
  title: title === null ? null : oneLine(title, MAX_TITLE_LENGTH),
  publisher: publisher === null ? null : oneLine(publisher, MAX_NAME_LENGTH),
  date: publishedAt?.slice(0, "YYYY-MM-DD".length) ?? null,
  url: shownUrl(url),
});

/** `Title (Publisher, 2024-03-05) https://...`, with what is known. */
export function sourceLine({ title, publisher, date, url }: Source): string {
  const where = [publisher, date].filter((part) => part !== null).join(", ");
  return [title ?? "Untitled", where && `(${where})`, url].filter(Boolean).join(" ");
}
