import { reasonOf, VerbatimError } from "../errors.ts";
import type { ReadFailure } from "./article-source.ts";

/** Any error as the failure of one piece; what is not ours came from the stream, or from a page that broke the parser. */
export function readFailure(where: string, error: unknown): ReadFailure {
  if (error instanceof VerbatimError) return { error, where };
  const reason = reasonOf(error);
  return { error: new VerbatimError("ARTICLE_UNREADABLE", `${where} cannot be read: ${reason}.`, {}, error), where };
}
