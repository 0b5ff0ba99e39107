import type { Logger } from "pino";
import { VerbatimError } from "../errors.ts";
import { inWords, type WordsOf } from "../model/fault.ts";
import { RequestError } from "../model/request-fault.ts";
import { ASKER_WORDS, ServiceError, type ServiceFault } from "../model/service-fault.ts";
import { TOOL_FAULT_WORDS } from "./tool-fault-words.ts";

const TOOL_SERVICE_WORDS: WordsOf<ServiceFault> = {
  ...ASKER_WORDS,
  MODEL_AWAY: () => "Try once more; if it fails again, tell the user that Verbatim's embedding model is not running.",
};

const NEUTRAL_SENTENCE =
  "Something went wrong in Verbatim; its log says what. Try once more, or ask with fewer arguments.";

/** A sentence for a model about what to do next. What is our own mistake goes to the log, and to nobody else. */
export function explainFailure(error: unknown, logger: Pick<Logger, "error">): string {
  if (error instanceof RequestError) return inWords(TOOL_FAULT_WORDS, error.fault);
  if (error instanceof ServiceError) {
    logger.error({ fault: error.fault }, error.message);
    return inWords(TOOL_SERVICE_WORDS, error.fault);
  }
  if (error instanceof VerbatimError) return error.message;
  logger.error({ err: error }, "A tool failed");
  return NEUTRAL_SENTENCE;
}
