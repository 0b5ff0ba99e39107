/** Words and marks of a query: the Playground's longest example has 69, its introspection about 160. */
export const MAX_TOKENS = 2_000;
