import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import { hasCode } from "../errors.ts";
import { reasonForAskers, ServiceError } from "../model/service-fault.ts";
import { refuse } from "./refuse.ts";

/** For addresses at which nothing is. */
export const tellNothingHere: RequestHandler = (request, response) =>
  refuse(request, response, { status: 404, code: "NOT_FOUND", sentence: "There is nothing at this address." });

/** For whatever no other handler answered: a sentence, where Express would send the stack. What is our own mistake goes to the log. */
export const tellFailure =
  (logger: Pick<Logger, "error">): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (hasCode(error, "TIMED_OUT")) {
      return refuse(request, response, { status: 504, code: error.code, sentence: error.message });
    }
    if (error instanceof ServiceError) {
      logger.error({ fault: error.fault }, error.message);
      return refuse(request, response, { status: 503, code: error.code, sentence: reasonForAskers(error) });
    }
    const status = statusOf(error);
    if (status < 500) {
      return refuse(request, response, { status, code: "BAD_REQUEST", sentence: "The request could not be read." });
    }
    logger.error({ err: error }, "A request failed");
    refuse(request, response, { status: 500, code: "INTERNAL_SERVER_ERROR", sentence: reasonForAskers(error) });
  };

/** What Express and its parsers say of a request that they cannot read: a status from 400 on. */
function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : null;
  return typeof status === "number" && status >= 400 ? status : 500;
}
