import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { Logger } from "pino";
import { buildGraphqlSchema } from "./build-graphql-schema.ts";
import { formatGraphqlError } from "./errors/format-graphql-error.ts";
import type { GraphqlContext } from "./graphql-context.ts";
import { maxCostPlugin } from "./limits/max-cost-plugin.ts";
import { maxDepthRule } from "./limits/max-depth-rule.ts";
import { nameOperationPlugin } from "./over-http/name-operation-plugin.ts";
import { responseHeadPlugin } from "./over-http/response-head-plugin.ts";

/** Words and marks of a query: the Playground's longest example has 69, its introspection about 160. */
const MAX_TOKENS = 2_000;

export const createApolloServer = (logger: Logger, introspection: boolean): ApolloServer<GraphqlContext> =>
  new ApolloServer<GraphqlContext>({
    schema: buildGraphqlSchema(),
    formatError: formatGraphqlError(logger),
    includeStacktraceInErrorResponses: false,
    introspection,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [maxDepthRule()],
    plugins: [
      maxCostPlugin(),
      responseHeadPlugin(),
      nameOperationPlugin(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
    // Automatic persisted queries and parsed documents are kept in memory, at most 30 MiB of each.
    cache: "bounded",
    // The server process ends what it began, in its own order.
    stopOnTerminationSignals: false,
    logger,
  });
