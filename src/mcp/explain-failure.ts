import type { Logger } from "pino";
import { type ErrorCode, VerbatimError } from "../errors.ts";

/** In place of sentences that speak to somebody who writes GraphQL or runs the server. */
const REWORDED: Partial<Record<ErrorCode, string>> = {
  BAD_ID:
    "That is not an id of the right kind. Ids are opaque: take them, whole, from a hit of search_quotes or search (for get_context and fetch) or from find_entity (for `speaker`).",
  BAD_CURSOR:
    "That cursor does not belong to this request. Repeat the call that gave it with exactly the same arguments and its nextCursor, or leave `cursor` out to begin again.",
  MODEL_UNAVAILABLE: "Try once more; if it fails again, tell the user that Verbatim's embedding model is not running.",
};

const NEUTRAL_SENTENCE =
  "Something went wrong in Verbatim; its log says what. Try once more, or ask with fewer arguments.";

/** A sentence for a model about what to do next. What is our own mistake goes to the log, and to nobody else. */
export function explainFailure(error: unknown, logger: Pick<Logger, "error">): string {
  if (error instanceof VerbatimError) return REWORDED[error.code] ?? error.message;
  logger.error({ err: error }, "A tool failed");
  return NEUTRAL_SENTENCE;
}
