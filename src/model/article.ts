import type { Recording } from "./recording.ts";
import type { Span } from "./span.ts";
import { stableId } from "./stable-id.ts";
import type { Turn } from "./turn.ts";

/** A news article or transcript. `text` is exactly as decoded: nothing is normalised, so that offsets stay true. */
export interface Article {
  /** Stable: a hash of the source key. */
  readonly id: string;
  /** What the id is made from: the article's url, else the id given with it, else its path. */
  readonly sourceKey: string;
  /** A hash of the text and of what is told about it, and in the store of who has read it; another revision is another content. */
  readonly revision: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** Who wrote it, as it is signed: "Edda Falk and Jon Reyes". */
  readonly author: string | null;
  readonly url: string | null;
  /** ISO 8601 in UTC, such as `2024-03-05T00:00:00.000Z`. */
  readonly publishedAt: string | null;
  readonly text: string;
  /** Where the title stands in the text, when it stands there. It is no paragraph. */
  readonly titleSpan: Span | null;
  /** The body in reading order. Page furniture ("Follow us on ...") is in no paragraph. */
  readonly paragraphs: readonly Span[];
  /** What it is a transcript of, where its format gives times; null for the rest. */
  readonly recording: Recording | null;
}

/** An article as it was read, with what its format says of turns. The extraction needs them; they are not kept. */
export interface ReadableArticle extends Article {
  /** In text order, not overlapping; none for running text. */
  readonly turns: readonly Turn[];
}

/** The title, where it stands in the text, and the paragraphs, in text order. */
export const articleBlocks = ({ titleSpan, paragraphs }: Article): readonly Span[] =>
  titleSpan === null ? paragraphs : [titleSpan, ...paragraphs];

/** What is known of an article besides its text. */
export type ArticleDetails = Pick<Article, "sourceKey" | "title" | "publisher" | "url" | "publishedAt">;

export const articleId = (sourceKey: string): string => stableId("article", sourceKey);

/** What was not known to earlier versions counts only where there is any: the rest keep their revisions. */
export const articleRevision = (
  text: string,
  details: ArticleDetails & Partial<Pick<Article, "author">>,
  recording: Recording | null = null,
): string =>
  stableId(
    "revision",
    text,
    details.title,
    details.publisher,
    details.url,
    details.publishedAt,
    ...(details.author ? ["author", details.author] : []),
    ...(recording === null ? [] : ["recording", JSON.stringify(recording)]),
  );
