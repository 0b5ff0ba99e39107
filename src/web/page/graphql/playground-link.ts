import { print } from "@0no-co/graphql.web";
import type { TadaDocumentNode } from "gql.tada";

/**
 * Where the Playground opens with this query. It stands behind the `#`, because `GET /graphql?query=` asks the server
 * itself (GraphQL over HTTP), and so that no server's log keeps what somebody looked for.
 */
export function playgroundLink<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): string {
  const parameters = new URLSearchParams({
    query: print(document),
    variables: JSON.stringify(variables, null, 2),
  });
  return `/graphql#${parameters}`;
}
