import type { IncomingMessage } from "node:http";
import { expressMiddleware } from "@as-integrations/express5";
import express, { type RequestHandler, type Router } from "express";
import type { Logger } from "pino";
import { AccessKeys } from "../access/access-keys.ts";
import type { Editor } from "../editing/editor.ts";
import { buildGraphqlSchema } from "./build-graphql-schema.ts";
import { createApolloServer } from "./create-apollo-server.ts";
import { formatGraphqlError } from "./errors/format-graphql-error.ts";
import { createContext, type GraphqlContext } from "./graphql-context.ts";
import { admitPlainGet } from "./over-http/admit-plain-get.ts";
import { eventStream } from "./over-http/event-stream.ts";
import { readJsonBody, tellBadBody } from "./over-http/request-body.ts";
import { playgroundRoutes } from "./playground-routes.ts";

export interface GraphqlEndpointParts {
  /** What answers one request, and hears what was asked for. */
  readonly answering: (request: IncomingMessage) => Omit<GraphqlContext, "loaders" | "editor" | "holder">;
  readonly logger: Logger;
  /** Whether the schema may be asked for; else the Playground knows no fields. True without it. */
  readonly introspection?: boolean;
  /** Absent: nobody may change the index. */
  readonly editor?: Editor;
  readonly keys?: AccessKeys;
}

export interface GraphqlEndpoint {
  /** Answers at /graphql; goes into an Express application at its root. */
  readonly router: Router;
  /** Resolves when the requests under way are answered. */
  close(): Promise<void>;
}

/** GraphQL over HTTP at /graphql (https://graphql.github.io/graphql-over-http/), and the Playground for browsers. */
export async function createGraphqlEndpoint({
  answering,
  logger,
  introspection = true,
  editor,
  keys = new AccessKeys([]),
}: GraphqlEndpointParts): Promise<GraphqlEndpoint> {
  const schema = buildGraphqlSchema();
  const apollo = createApolloServer({ schema, logger, introspection });
  await apollo.start();
  const changes = { editor: (keys.canWrite && editor) || null };
  const contextOf = (request: IncomingMessage): GraphqlContext =>
    createContext({ ...answering(request), ...changes, holder: keys.holderOf(request.headers) });
  const graphql = expressMiddleware(apollo, { context: async ({ req }) => contextOf(req) });
  const events = eventStream({ schema, contextOf, formatError: formatGraphqlError(logger), introspection });
  const router = express.Router();
  router.use("/graphql", answersByAccept);
  router.use(playgroundRoutes());
  router.use("/graphql", admitPlainGet, readJsonBody(), tellBadBody, events, graphql);
  return { router, close: () => apollo.stop() };
}

/** One address gives the Playground and two media types of answers: no cache may take one for the other. */
const answersByAccept: RequestHandler = (_request, response, next) => {
  response.vary("Accept");
  next();
};
