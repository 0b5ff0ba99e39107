import { z } from "zod";
import type { Article } from "../model/article.ts";
import { clockTime } from "../model/clock-time.ts";
import { dayOf } from "../model/day.ts";
import { toGlobalId } from "../model/global-id.ts";
import { momentOf } from "../model/recording.ts";
import type { Span } from "../model/span.ts";
import { MAX_NAME_LENGTH, MAX_TITLE_LENGTH, oneLine, shownUrl } from "./quoted-material.ts";

/** What a citation needs of an article; what is not known is absent, as every word of an answer costs its reader. */
export const SourceShape = {
  title: z.string().optional().describe("The article's headline."),
  publisher: z.string().optional(),
  date: z.string().optional().describe("When it was published, in UTC: YYYY-MM-DD."),
  url: z.string().describe("Where the article can be read: cite this."),
  heardAt: z.string().optional().describe("When in the recording the words are heard: h:mm:ss."),
  media: z.string().optional().describe("Opens the recording at that moment: cite this as well."),
} as const;

export type Source = z.infer<z.ZodObject<typeof SourceShape>>;

/**
 * An article without an address of its own is cited by the reading page's.
 * @param spans The words that are cited, if any
 */
export function sourceOf(article: Article, pageUrl: string, spans: readonly Span[] = []): Source {
  const { title, publisher, publishedAt, url } = article;
  return {
    ...(title !== null && { title: oneLine(title, MAX_TITLE_LENGTH) }),
    ...(publisher !== null && { publisher: oneLine(publisher, MAX_NAME_LENGTH) }),
    ...(publishedAt !== null && { date: dayOf(publishedAt) }),
    url: shownUrl(url) ?? `${pageUrl}/article/${toGlobalId("Article", article.id)}`,
    ...heardIn(article, spans),
  };
}

function heardIn({ recording }: Article, spans: readonly Span[]): Pick<Source, "heardAt" | "media"> {
  const moment = momentOf(recording, spans);
  if (moment === null) return {};
  const media = shownUrl(moment.url);
  return { heardAt: clockTime(moment.start), ...(media !== null && { media }) };
}

/** `Title (Publisher, 2024-03-05)`, with what is known. */
export function sourceName({ title, publisher, date }: Omit<Source, "url">): string {
  const where = [publisher, date].filter((part) => part !== undefined).join(", ");
  return [title ?? "Untitled", where && `(${where})`].filter(Boolean).join(" ");
}

/** `Title (Publisher, 2024-03-05) https://... (heard at 12:05, https://...#t=725)`, with what is known. */
export function sourceLine(source: Source): string {
  const heard = [source.heardAt && `heard at ${source.heardAt}`, source.media].filter(Boolean).join(", ");
  return [sourceName(source), source.url, heard && `(${heard})`].filter(Boolean).join(" ");
}
