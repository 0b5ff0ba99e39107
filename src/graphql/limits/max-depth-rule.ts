import {
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";

/** Levels of fields. The deepest of the Playground's examples has 5; introspection is not counted. */
const MAX_DEPTH = 16;

/** A validation rule that refuses fields nested deeper than `maxDepth`: each level may be a call to the store. */
export const maxDepthRule =
  (maxDepth = MAX_DEPTH): ValidationRule =>
  (context) => ({
    OperationDefinition(operation) {
      const depth = new DepthMeter(context).depthOf(operation.selectionSet);
      if (depth <= maxDepth) return;
      const sentence = `The query nests fields ${depth} levels deep, and ${maxDepth} are allowed. Ask in several queries.`;
      context.reportError(new GraphQLError(sentence, { nodes: operation }));
    },
  });

/** Measures each fragment once, so that fragments that spread each other many times cost no time. */
class DepthMeter {
  readonly #context: ValidationContext;
  readonly #fragmentDepths = new Map<string, number>();

  constructor(context: ValidationContext) {
    this.#context = context;
  }

  depthOf(selectionSet: SelectionSetNode | undefined): number {
    return Math.max(0, ...(selectionSet?.selections ?? []).map((selection) => this.#depthOfSelection(selection)));
  }

  #depthOfSelection(selection: SelectionNode): number {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value.startsWith("__") ? 0 : 1 + this.depthOf(selection.selectionSet);
      case Kind.INLINE_FRAGMENT:
        return this.depthOf(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return this.#depthOfFragment(this.#context.getFragment(selection.name.value));
    }
  }

  #depthOfFragment(fragment: FragmentDefinitionNode | null | undefined): number {
    if (!fragment) return 0;
    const name = fragment.name.value;
    const known = this.#fragmentDepths.get(name);
    if (known !== undefined) return known;
    // A fragment that leads to itself is another rule's error; here it only must not go on for ever.
    this.#fragmentDepths.set(name, 0);
    const depth = this.depthOf(fragment.selectionSet);
    this.#fragmentDepths.set(name, depth);
    return depth;
  }
}
