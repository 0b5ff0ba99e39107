import { VerbatimError } from "../errors.ts";
import type { IndexedArticle } from "./quote-store.ts";

/** @throws INDEX_INCOMPATIBLE where a vector has not the dimensions of the index. */
export function checkDimensions({ chunks }: IndexedArticle, dimensions: number): void {
  const wrong = chunks.find(({ vector }) => vector.length !== dimensions);
  if (wrong === undefined) return;
  throw new VerbatimError(
    "INDEX_INCOMPATIBLE",
    `The index takes vectors of ${dimensions} dimensions, and one of ${wrong.vector.length} was given. ` +
      "Set VERBATIM_MODEL to the model that the index was opened with.",
  );
}
