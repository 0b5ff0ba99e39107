import type { ReadableArticle } from "../../model/article.ts";
import type { ArticleSource } from "../article-source.ts";
import { buildArticle, emptyArticle, firstKnown } from "../build-article.ts";
import { decodeText } from "../decode-text.ts";
import { layOutPieces } from "./lay-out-pieces.ts";
import { readCues } from "./read-cues.ts";
import { spokenPieces } from "./spoken-pieces.ts";

/** The title that WebVTT may have behind its signature: `WEBVTT - Budget hearing`. */
const HEADING = /^WEBVTT[ \t]+[-–—]?[ \t]*(\S[^\r\n]*)/;

/**
 * Reads WebVTT and SubRip: a transcript with a paragraph or more for each speaker, and when each part is heard.
 * @throws VerbatimError ARTICLE_EMPTY, ARTICLE_UNREADABLE
 */
export async function readSubtitles(bytes: Uint8Array, source: ArticleSource): Promise<ReadableArticle> {
  const { name, details, fallback = {}, sourceKey } = source;
  const subtitles = decodeText(bytes, name);
  if (subtitles.trim() === "") throw emptyArticle(name);
  const { text, layout } = layOutPieces(spokenPieces(await readCues(subtitles, name)));
  const told = { title: HEADING.exec(subtitles)?.[1] };
  return buildArticle(text, layout, firstKnown(details, told, fallback), sourceKey, name);
}
