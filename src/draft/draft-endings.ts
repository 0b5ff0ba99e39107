import { ENDINGS, formatOf, holdsMany } from "../ingest/format-of.ts";

/** The endings of files that a draft, or notes for one, can be: those that hold one article. The page has them, too. */
export const DRAFT_ENDINGS: readonly string[] = ENDINGS.filter((ending) => !holdsMany(formatOf(ending)));

/** A saved page (`.mht`) is none: the pictures in it are more characters than notes may have. */
const TEXT_ENDINGS: ReadonlySet<string> = new Set(
  DRAFT_ENDINGS.filter((ending) => {
    const format = formatOf(ending);
    return (
      ending === ".eml" || format === "TEXT" || format === "MARKDOWN" || format === "SUBTITLES" || format === "HTML"
    );
  }),
);

/** Whether a file's ending tells that it is text as it is. */
export const isTextFile = (name: string): boolean => TEXT_ENDINGS.has(/\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? "");
