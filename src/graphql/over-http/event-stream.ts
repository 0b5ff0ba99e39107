import type { IncomingMessage } from "node:http";
import type { Request, RequestHandler } from "express";
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  subscribe,
  validate,
} from "graphql";
import { createHandler } from "graphql-sse/lib/use/express";
import { reasonOf } from "../../errors.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { costError } from "../limits/max-cost-plugin.ts";
import { maxDepthRule } from "../limits/max-depth-rule.ts";
import { MAX_TOKENS } from "../limits/max-tokens.ts";
import { namesOfFields } from "./name-operation-plugin.ts";

export interface EventStreamParts {
  readonly schema: GraphQLSchema;
  readonly contextOf: (request: IncomingMessage) => GraphqlContext;
  readonly formatError: (formatted: GraphQLFormattedError, thrown: unknown) => GraphQLFormattedError;
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
}

interface Asked {
  readonly query?: unknown;
  readonly operationName?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
}

interface SubscribedDocument {
  readonly document: DocumentNode;
  readonly subscription: OperationDefinitionNode;
}

const EVENTS = "text/event-stream";

/**
 * Subscriptions over server-sent events, a connection each ("distinct connections" of
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md), under the limits that queries have: Apollo answers none. What does not
 * ask for events goes on.
 */
export function eventStream(parts: EventStreamParts): RequestHandler {
  const handle = createHandler({
    // No connection is opened to be told of another: whatever is asked here is told here.
    authenticate: () => null,
    onSubscribe: ({ raw }, asked) => resultsOf(parts, raw, asked),
  });
  return async (request, response, next) => {
    if (!asksForEvents(request)) return next();
    try {
      // Proxies as nginx keep an answer back until it is whole, unless they are told not to.
      response.set({ "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
      await handle(request, response);
    } catch (error) {
      next(error);
    }
  };
}

/** A page of another site can't send JSON without asking first. */
const asksForEvents = (request: Request): boolean =>
  request.method === "POST" && request.get("Accept") === EVENTS && request.is("application/json") !== false;

/** What is told, result by result; what goes wrong is the last of it. */
async function* resultsOf(
  { schema, contextOf, formatError, introspection }: EventStreamParts,
  request: IncomingMessage,
  asked: Asked,
): AsyncGenerator<ExecutionResult> {
  try {
    const { document, subscription } = readDocument(schema, asked, introspection);
    const contextValue = contextOf(request);
    const { operationName, variables: variableValues } = asked;
    contextValue.onOperation(namesOfFields(subscription));
    const results = await subscribe({ schema, document, contextValue, operationName, variableValues });
    if (Symbol.asyncIterator in results) for await (const result of results) yield formatted(result, formatError);
    else yield formatted(results, formatError);
  } catch (error) {
    yield { errors: [asError(formatError(toFormatted(error), error))] };
  }
}

/** @throws GraphQLError for what is no subscription of this schema, or one that asks for too much. */
function readDocument(schema: GraphQLSchema, asked: Asked, introspection: boolean): SubscribedDocument {
  const document = parse(String(asked.query ?? ""), { maxTokens: MAX_TOKENS });
  const [error] = validate(schema, document, [...specifiedRules, maxDepthRule()], { hideSuggestions: !introspection });
  if (error !== undefined) throw error;
  const { operationName, variables = {} } = asked;
  const subscription = getOperationAST(document, operationName);
  if (subscription?.operation !== OperationTypeNode.SUBSCRIPTION) throw notSubscribed();
  const tooLarge = costError({ schema, document, operationName, variables });
  if (tooLarge !== null) throw tooLarge;
  return { document, subscription };
}

const notSubscribed = (): GraphQLError =>
  new GraphQLError(
    "Only subscriptions are told as events. Ask for anything else without `Accept: text/event-stream`.",
    {
      extensions: { code: "BAD_REQUEST" },
    },
  );

const formatted = (
  { errors, ...result }: ExecutionResult,
  formatError: EventStreamParts["formatError"],
): ExecutionResult => ({
  ...result,
  ...(errors && { errors: errors.map((error) => asError(formatError(error.toJSON(), error))) }),
});

const toFormatted = (error: unknown): GraphQLFormattedError =>
  error instanceof GraphQLError ? error.toJSON() : { message: reasonOf(error) };

/** As the handler takes it: it writes out what `toJSON` gives. */
const asError = ({ message, extensions, path }: GraphQLFormattedError): GraphQLError =>
  new GraphQLError(message, { extensions, path });
