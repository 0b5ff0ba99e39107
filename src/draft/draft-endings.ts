import type { ArticleFormat } from "../ingest/article-source.ts";
import { ENDINGS, formatOf, holdsMany } from "../ingest/format-of.ts";

/** The endings of files that a draft, or notes for one, can be: those that hold one article. The page has them, too. */
export const DRAFT_ENDINGS: readonly string[] = ENDINGS.filter((ending) => !holdsMany(formatOf(ending)));

const TEXT_FORMATS: ReadonlySet<ArticleFormat | null> = new Set(["TEXT", "MARKDOWN", "SUBTITLES", "HTML"]);

/** Whether a file's ending tells that it is text as it is. A saved page (`.mht`) is none: the pictures in it are more characters than notes may have. */
export const isTextFile = (name: string): boolean => TEXT_FORMATS.has(formatOf(name)) || /\.eml$/i.test(name);
