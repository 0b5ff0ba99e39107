import type { Tagger } from "../inference/tagger.ts";
import type { Article } from "../model/article.ts";
import { stableId } from "../model/stable-id.ts";

/**
 * Rises whenever articles are read otherwise than before: in what is quoted, who is named, how passages are cut. What an earlier version
 * has read is read anew by the next run that meets it.
 */
const READING_VERSION = 10;

/** An article as it is kept: its revision tells apart not only its contents, but also who has read them. */
export const readingOf = <T extends Article>(article: T, tagger: Tagger | null): T => ({
  ...article,
  revision: stableId("reading", article.revision, READING_VERSION, tagger?.model ?? null),
});
