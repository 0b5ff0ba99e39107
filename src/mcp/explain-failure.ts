import type { Logger } from "pino";
import { type ErrorCode, VerbatimError } from "../errors.ts";
import { inWords, RequestError } from "../model/request-fault.ts";
import { TOOL_FAULT_WORDS } from "./tool-fault-words.ts";

/** In place of sentences that speak to somebody who writes GraphQL or runs the server. */
const REWORDED: Partial<Record<ErrorCode, string>> = {
  MODEL_UNAVAILABLE: "Try once more; if it fails again, tell the user that Verbatim's embedding model is not running.",
};

const NEUTRAL_SENTENCE =
  "Something went wrong in Verbatim; its log says what. Try once more, or ask with fewer arguments.";

/** A sentence for a model about what to do next. What is our own mistake goes to the log, and to nobody else. */
export function explainFailure(error: unknown, logger: Pick<Logger, "error">): string {
  if (error instanceof RequestError) return inWords(TOOL_FAULT_WORDS, error.fault);
  if (error instanceof VerbatimError) return REWORDED[error.code] ?? error.message;
  logger.error({ err: error }, "A tool failed");
  return NEUTRAL_SENTENCE;
}
