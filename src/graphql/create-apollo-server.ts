import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { formatGraphqlError } from "./errors/format-graphql-error.ts";
import type { GraphqlContext } from "./graphql-context.ts";
import { maxCostPlugin } from "./limits/max-cost-plugin.ts";
import { maxDepthRule } from "./limits/max-depth-rule.ts";
import { MAX_TOKENS } from "./limits/max-tokens.ts";
import { nameOperationPlugin } from "./over-http/name-operation-plugin.ts";
import { refuseSubscriptionPlugin } from "./over-http/refuse-subscription-plugin.ts";
import { responseHeadPlugin } from "./over-http/response-head-plugin.ts";

export interface ApolloServerParts {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly introspection: boolean;
}

export const createApolloServer = ({
  schema,
  logger,
  introspection,
}: ApolloServerParts): ApolloServer<GraphqlContext> =>
  new ApolloServer<GraphqlContext>({
    schema,
    formatError: formatGraphqlError(logger),
    includeStacktraceInErrorResponses: false,
    introspection,
    // Else "Did you mean" would tell it name by name.
    hideSchemaDetailsFromClientErrors: !introspection,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [maxDepthRule()],
    plugins: [
      refuseSubscriptionPlugin(),
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
