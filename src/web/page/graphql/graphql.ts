import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./graphql-env.d.ts";

export type { FragmentOf, ResultOf, VariablesOf } from "gql.tada";

/** Types the answer and the variables of a document by the schema, as `npm run schema` last wrote it down. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  /** Fragments type what is asked for as if it were written in place: the parts of this page are one program. */
  disableMasking: true;
  scalars: {
    /** ISO 8601 in UTC. */
    DateTime: string;
  };
}>();
