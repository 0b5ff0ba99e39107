import type { ArticleFormat } from "./article-source.ts";

const FORMATS: Readonly<Record<string, ArticleFormat>> = {
  ".txt": "TEXT",
  ".text": "TEXT",
  ".html": "HTML",
  ".htm": "HTML",
  ".xhtml": "HTML",
  ".jsonl": "JSON_LINES",
  ".vtt": "SUBTITLES",
  ".srt": "SUBTITLES",
  ".pdf": "PDF",
  ".docx": "DOCX",
  ".eml": "EMAIL",
  ".mhtml": "EMAIL",
  ".mht": "EMAIL",
  ".epub": "EPUB",
  ".md": "MARKDOWN",
  ".markdown": "MARKDOWN",
  ".warc": "WARC",
  ".warc.gz": "WARC",
};

/** The endings of files that can be read. */
export const ENDINGS: readonly string[] = Object.keys(FORMATS);

/** Whether files of a format hold one article after the other. */
export const holdsMany = (format: ArticleFormat | null): boolean => format === "JSON_LINES" || format === "WARC";

/** The format that a path's ending tells, letter case aside; null for endings that are not read. */
export function formatOf(path: string): ArticleFormat | null {
  const ending = /(?:\.warc)?\.[^./\\]+$/i.exec(path)?.[0].toLowerCase() ?? "";
  return FORMATS[ending] ?? null;
}
