import type { DocumentNode, GraphQLField, GraphQLSchema } from "graphql";
// The package's ES modules load another copy of graphql than everyone else here, which knows none of our types.
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity/cjs";
import { MAX_PAGE_SIZE } from "../../model/page-size.ts";
import { RETRIEVAL_COST } from "./retrieval-cost.ts";

/** What a request may cost. A page of 100 hits with all there is to a hit has about 6,000 fields. */
export const MAX_COST = 20_000;

export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/** A field of the answer costs 1, each list as long as asked for, and each retrieval more. */
export const queryCost = ({ schema, document, operationName, variables }: CostedOperation): number =>
  getComplexity({
    schema,
    query: document,
    variables,
    estimators: [fieldCost],
    ...(operationName !== undefined && { operationName }),
  });

/** What the schema tells of itself, or of one of its types: what is asked of it within costs nothing more. */
const INTROSPECTION_COSTS: Readonly<Record<string, number>> = { __schema: 5_000, __type: 500 };

const fieldCost: ComplexityEstimator = ({ args, childComplexity, field, type }) => {
  if (type.name.startsWith("__")) return 0;
  if (field.name.startsWith("__")) return INTROSPECTION_COSTS[field.name] ?? 0;
  return 1 + surchargeOf(field, args) + itemsOf(args) * childComplexity;
};

/** What the field itself says that it costs; and any search `about` something. */
function surchargeOf({ extensions }: GraphQLField<unknown, unknown>, args: Readonly<Record<string, unknown>>): number {
  if (typeof extensions.complexity === "number") return extensions.complexity;
  return typeof args.about === "string" ? RETRIEVAL_COST : 0;
}

/** A number outside the range is refused by its field, with a better sentence than that of the cost. */
function itemsOf({ first, count, maxStatements }: Readonly<Record<string, unknown>>): number {
  const asked = first ?? count ?? maxStatements ?? 1;
  return typeof asked === "number" ? Math.min(Math.max(asked, 0), MAX_PAGE_SIZE) : 1;
}
