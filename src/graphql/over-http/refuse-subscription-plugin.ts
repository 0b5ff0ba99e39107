import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";

/** Says how to ask where a subscription comes as if it were a query: Apollo would take what it tells for an answer without data. */
export const refuseSubscriptionPlugin = (): ApolloServerPlugin => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw notToldAsEvents();
      },
    };
  },
});

const notToldAsEvents = (): GraphQLError =>
  new GraphQLError("Subscriptions are told as events: POST them with `Accept: text/event-stream`.", {
    extensions: { code: "BAD_REQUEST", http: { status: 400 } },
  });
