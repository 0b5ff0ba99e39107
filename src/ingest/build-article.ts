import { VerbatimError } from "../errors.ts";
import { articleId, articleRevision, type ReadableArticle } from "../model/article.ts";
import type { Recording, TimedSpan } from "../model/recording.ts";
import { spanText } from "../model/span.ts";
import type { GivenDetails, TextLayout } from "./article-source.ts";
import { parsePublishedAt } from "./published-at.ts";

/**
 * Puts an article together.
 * @param fallbackKey The source key of an article without an url
 * @param where Named in errors
 * @throws VerbatimError ARTICLE_EMPTY for a text without a paragraph, BAD_INPUT for details that cannot be
 */
export function buildArticle(
  text: string,
  layout: TextLayout,
  given: GivenDetails,
  fallbackKey: string,
  where: string,
): ReadableArticle {
  if (layout.paragraphs.length === 0) throw emptyArticle(where);
  const details = {
    title: known(given.title) ?? (layout.titleSpan === null ? null : spanText(text, layout.titleSpan)),
    publisher: known(given.publisher),
    author: known(given.author),
    ...checkedDetails(given, where),
  };
  const sourceKey = details.url ?? fallbackKey;
  const recording = recordingOf(layout, given, details.url, where);
  return {
    id: articleId(sourceKey),
    sourceKey,
    revision: articleRevision(text, { ...details, sourceKey }, recording),
    ...details,
    text,
    titleSpan: layout.titleSpan,
    paragraphs: layout.paragraphs,
    recording,
    turns: layout.turns,
  };
}

export function emptyArticle(where: string): VerbatimError {
  return new VerbatimError("ARTICLE_EMPTY", `${where} is empty: it holds no text to find quotes in.`);
}

/** Null for what is absent or blank. */
export function known(value: string | null | undefined): string | null {
  const trimmed = value?.trim();
  return trimmed === undefined || trimmed === "" ? null : trimmed;
}

/** Each detail as the first tells it that knows it. */
export function firstKnown(...told: readonly GivenDetails[]): GivenDetails {
  const first = (detail: keyof GivenDetails): string | null =>
    told.map((details) => known(details[detail])).find((value) => value !== null) ?? null;
  return {
    url: first("url"),
    title: first("title"),
    publisher: first("publisher"),
    author: first("author"),
    publishedAt: first("publishedAt"),
    mediaUrl: first("mediaUrl"),
  };
}

/** An address that a reader can follow; others would make a citation that leads nowhere, or to a script. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function checkedDetails(given: GivenDetails, where: string): { url: string | null; publishedAt: string | null } {
  const url = checkedUrl(known(given.url), where);
  return { url, publishedAt: checkedDate(known(given.publishedAt), where) };
}

function checkedUrl(url: string | null, where: string): string | null {
  if (url === null || isWebAddress(url)) return url;
  throw new VerbatimError(
    "BAD_INPUT",
    `${where}: ${JSON.stringify(url)} is not an url: give it in full, such as https://example.org/story.`,
  );
}

/** Null for what has no times. The article's own address stands for a recording of which none is known. */
function recordingOf(layout: TextLayout, given: GivenDetails, url: string | null, where: string): Recording | null {
  const mediaUrl = checkedUrl(known(given.mediaUrl), where);
  const times = layout.times ?? timesOfTurns(layout);
  return times.length === 0 ? null : { url: mediaUrl ?? url, times };
}

/** A turn without an end lasts until the next begins. */
function timesOfTurns({ turns }: TextLayout): readonly TimedSpan[] {
  const timed = turns.filter(({ startSeconds }) => startSeconds !== null);
  return timed.map(({ start, end, startSeconds, endSeconds }, i) => ({
    start,
    end,
    startSeconds: startSeconds ?? 0,
    endSeconds: endSeconds ?? timed[i + 1]?.startSeconds ?? null,
  }));
}

function checkedDate(date: string | null, where: string): string | null {
  try {
    return date === null ? null : parsePublishedAt(date);
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    throw new VerbatimError(error.code, `${where}: ${error.message}`, {}, error);
  }
}
