import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import { type CostedOperation, MAX_COST, queryCost } from "./query-cost.ts";

/** Refuses a query whose answer could have more than `maxCost` fields, before any of it is looked up. */
export const maxCostPlugin = (maxCost = MAX_COST): ApolloServerPlugin => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, request }) {
        const { operationName, variables = {} } = request;
        const tooLarge = costError({ schema, document, operationName, variables }, maxCost);
        if (tooLarge !== null) throw tooLarge;
      },
    };
  },
});

/** Why an operation is refused; null where its answer can't have more fields than `maxCost`. */
export function costError(operation: CostedOperation, maxCost = MAX_COST): GraphQLError | null {
  const cost = costOf(operation);
  return cost !== null && cost > maxCost ? tooLarge(cost, maxCost) : null;
}

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
