import type { VerbatimError } from "../errors.ts";
import type { ReadableArticle } from "../model/article.ts";
import type { TimedSpan } from "../model/recording.ts";
import type { Span } from "../model/span.ts";
import type { Turn } from "../model/turn.ts";

export type ArticleFormat =
  | "TEXT"
  | "HTML"
  | "JSON_LINES"
  | "SUBTITLES"
  | "PDF"
  | "DOCX"
  | "EMAIL"
  | "EPUB"
  | "MARKDOWN"
  | "WARC";

/** What is known of an article besides its text; absent, null or blank is not known. Dates as `parsePublishedAt` reads them. */
export interface GivenDetails {
  readonly url?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly publisher?: string | null | undefined;
  readonly author?: string | null | undefined;
  readonly publishedAt?: string | null | undefined;
  /** Where the recording is that a transcript is of. */
  readonly mediaUrl?: string | null | undefined;
}

/** A file, standard input, or what was fetched from the web: one article, or many where it is JSON Lines or a web archive. */
export interface ArticleSource {
  /** Shown in errors: the path, "standard input", or the address. */
  readonly name: string;
  readonly format: ArticleFormat;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** What the user says of it. Wins over what a page or document tells; the fields of a JSON line win over it. */
  readonly details: GivenDetails;
  /** What others say of it, such as the feed that names a page: where neither the user nor the page or document says anything. */
  readonly fallback?: GivenDetails;
  /** Names the article where neither an url nor an id does: the path, a hash of standard input, or the address. */
  readonly sourceKey: string;
}

export interface ReadOptions {
  /** The longest article, or line of JSON Lines, in bytes. */
  readonly maxArticleBytes: number;
}

export type ReadResult = ReadArticle | ReadFailure;

export interface ReadArticle {
  readonly article: ReadableArticle;
  /** The `id` of a JSON line, as it was given. */
  readonly givenId: string | null;
}

export interface ReadFailure {
  readonly error: VerbatimError;
  /** Such as `hearings.jsonl line 7`. */
  readonly where: string;
}

/** A page of the web as a source, or why it could not be had. */
export type PageResult = { readonly source: ArticleSource } | ReadFailure;

/** Where title and body stand in a text, and who speaks in it. */
export interface TextLayout {
  readonly titleSpan: Span | null;
  readonly paragraphs: readonly Span[];
  /** In text order, not overlapping; none for running text. */
  readonly turns: readonly Turn[];
  /** When parts of the text are heard; where it is absent, the times of the turns count. */
  readonly times?: readonly TimedSpan[];
}
