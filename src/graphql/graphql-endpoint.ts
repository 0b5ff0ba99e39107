import { expressMiddleware } from "@as-integrations/express5";
import express, { type Router } from "express";
import type { Logger } from "pino";
import type { Search } from "../search/search.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { createApolloServer } from "./create-apollo-server.ts";
import { createContext } from "./graphql-context.ts";
import { playgroundRoutes } from "./playground-routes.ts";
import { readJsonBody, tellBadBody } from "./request-body.ts";

export interface GraphqlEndpointParts {
  readonly store: QuoteStore;
  readonly search: Search;
  readonly logger: Logger;
}

export interface GraphqlEndpoint {
  /** Answers at /graphql; goes into an Express application at its root. */
  readonly router: Router;
  /** Resolves when the requests under way are answered. */
  close(): Promise<void>;
}

/** GraphQL over HTTP at /graphql (https://graphql.github.io/graphql-over-http/), and the Playground for browsers. */
export async function createGraphqlEndpoint({ store, search, logger }: GraphqlEndpointParts): Promise<GraphqlEndpoint> {
  const apollo = createApolloServer(logger);
  await apollo.start();
  const graphql = expressMiddleware(apollo, { context: async () => createContext(store, search) });
  const router = express.Router();
  router.use(playgroundRoutes());
  router.use("/graphql", readJsonBody(), tellBadBody, graphql);
  return { router, close: () => apollo.stop() };
}
