import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { type ErrorCode, VerbatimError } from "../../errors.ts";
import { inWords } from "../../model/fault.ts";
import { RequestError } from "../../model/request-fault.ts";
import { reasonForAskers, ServiceError } from "../../model/service-fault.ts";
import { GRAPHQL_FAULT_WORDS } from "./graphql-fault-words.ts";

/** Our codes for what Apollo and its clients know as BAD_USER_INPUT; the others keep their name. */
const BAD_USER_INPUT: ReadonlySet<ErrorCode> = new Set(["BAD_CURSOR", "BAD_ID", "BAD_INPUT"]);

const SCHEMA_IS_NOT_TOLD = "This server does not tell its schema: VERBATIM_INTROSPECTION is off.";

/** Shapes errors for the reader: a sentence, `extensions.code`, what helps to go on; never a stack or an unknown error's words. */
export const formatGraphqlError =
  (logger: Pick<Logger, "error">) =>
  (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = unwrapResolverError(thrown);
    if (error instanceof ServiceError) logger.error({ fault: error.fault }, error.message);
    if (error instanceof VerbatimError)
      return { ...formatted, message: sentenceOf(error), extensions: extensionsOf(error) };
    if (formatted.extensions?.validationErrorCode === "INTROSPECTION_DISABLED")
      return { ...formatted, message: SCHEMA_IS_NOT_TOLD, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } };
    if (isForTheReader(formatted, error)) return formatted;
    if (isBadRequest(error)) return { ...formatted, extensions: { code: "BAD_REQUEST" } };
    logger.error({ err: error, path: formatted.path }, "A GraphQL request failed");
    return { ...formatted, message: reasonForAskers(error), extensions: { code: "INTERNAL_SERVER_ERROR" } };
  };

function sentenceOf(error: VerbatimError): string {
  if (error instanceof RequestError) return inWords(GRAPHQL_FAULT_WORDS, error.fault);
  return error instanceof ServiceError ? reasonForAskers(error) : error.message;
}

/** The code, and what helps to go on: of a fault of the request its name and parameters. */
const extensionsOf = ({ code, details }: VerbatimError): Record<string, unknown> => ({
  ...details,
  code: BAD_USER_INPUT.has(code) ? "BAD_USER_INPUT" : code,
});

/** GraphQL's and Apollo's own errors about the request: those have a code. */
function isForTheReader({ extensions }: GraphQLFormattedError, error: unknown): boolean {
  return error instanceof GraphQLError && extensions?.code !== "INTERNAL_SERVER_ERROR";
}

/** Apollo's errors about what lies around the query, such as the hash of a persisted one, have a status but no code. */
function isBadRequest(error: unknown): boolean {
  const http = error instanceof GraphQLError ? error.extensions.http : undefined;
  return typeof http === "object" && http !== null && "status" in http && http.status === 400;
}
