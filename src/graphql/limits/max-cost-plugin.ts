import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import { type CostedOperation, MAX_COST, queryCost } from "./query-cost.ts";

/** Refuses a query whose answer could have more than `maxCost` fields, before any of it is looked up. */
export const maxCostPlugin = (maxCost = MAX_COST): ApolloServerPlugin => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, request }) {
        const { operationName, variables = {} } = request;
        const cost = costOf({ schema, document, operationName, variables });
        if (cost !== null && cost > maxCost) throw tooLarge(cost, maxCost);
      },
    };
  },
});

/** Null where the variables do not fit: GraphQL itself tells that, with a better sentence. */
function costOf(operation: CostedOperation): number | null {
  try {
    return queryCost(operation);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

const tooLarge = (cost: number, maxCost: number): GraphQLError =>
  new GraphQLError(
    `The answer could have ${cost} fields, and ${maxCost} are allowed. Ask for fewer items (\`first\`) or fewer fields.`,
    { extensions: { code: "QUERY_TOO_LARGE", http: { status: 400 } } },
  );
