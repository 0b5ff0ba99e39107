import type { ApolloServerPlugin } from "@apollo/server";
import { Kind, type OperationDefinitionNode } from "graphql";
import type { GraphqlContext } from "../graphql-context.ts";

/** Fields at the top that are named; more are a flood. */
const MAX_NAMED = 8;

/** Tells whoever hears of it what a request asks for: names of fields alone, never what they are asked with. */
export const nameOperationPlugin = (): ApolloServerPlugin<GraphqlContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        if (operation) contextValue.onOperation(namesOfFields(operation));
      },
    };
  },
});

/** The fields at the top of an operation. */
export const namesOfFields = ({ selectionSet }: OperationDefinitionNode): string =>
  selectionSet.selections
    .slice(0, MAX_NAMED)
    .map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : "..."))
    .join(" ");
