import type { ApolloServerPlugin } from "@apollo/server";
import { type DocumentNode, getOperationAST, Kind, type OperationDefinitionNode } from "graphql";
import type { GraphqlContext } from "../graphql-context.ts";

/** Fields at the top that are named; more are a flood. */
const MAX_NAMED = 8;

/** Tells whoever hears of it what a request asks for: names of fields alone, never what they are asked with. */
export const nameOperationPlugin = (): ApolloServerPlugin<GraphqlContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        if (operation) contextValue.onOperation(fieldsOf(operation));
      },
    };
  },
});

/** The same of a document's operation; empty where it has none of that name. */
export function namesOfFields(document: DocumentNode, operationName: string | undefined): string {
  const operation = getOperationAST(document, operationName);
  return operation ? fieldsOf(operation) : "";
}

const fieldsOf = ({ selectionSet }: OperationDefinitionNode): string =>
  selectionSet.selections
    .slice(0, MAX_NAMED)
    .map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : "..."))
    .join(" ");
