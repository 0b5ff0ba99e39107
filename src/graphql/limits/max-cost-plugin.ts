import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import { type CostedOperation, MAX_COST, queryCost } from "./query-cost.ts";
import { RETRIEVAL_COST } from "./retrieval-cost.ts";

/** Refuses a query that could cost more than `maxCost`, before any of it is looked up. */
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

/** Why an operation is refused; null where it can't cost more than `maxCost`. */
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
    `The query costs ${cost}, and ${maxCost} is allowed: a field of the answer costs 1, each time in a list, and a search ${RETRIEVAL_COST}. Ask for fewer items (\`first\`), fewer fields, or in several requests.`,
    { extensions: { code: "QUERY_TOO_LARGE", http: { status: 400 } } },
  );
