import { inTextOrder } from "../mentions-within.ts";
import type { IndexedArticle } from "../quote-store.ts";
import { CorrectionBook } from "./corrections/correction-book.ts";
import type { KeptChunk } from "./documents/chunk-document.ts";
import { findWordings } from "./find-wordings.ts";
import { finishChange, newChange, takeOut, tellArticle } from "./index-change.ts";
import type { Indices } from "./indices.ts";
import type { KnownPeople } from "./people/known-people.ts";
import type { PlannedWrite } from "./write-operation.ts";

/**
 * What puts an article in, or in the place of the one with its id, with what people put right in it.
 * @param lastLabel The last label that was given to a chunk.
 */
export async function planPut(
  indices: Indices,
  known: KnownPeople,
  indexed: IndexedArticle,
  lastLabel: number,
): Promise<PlannedWrite> {
  const change = newChange(indices, known, new CorrectionBook(indices));
  const chunks = await keptChunks(indices, indexed, lastLabel);
  await takeOut(change, [indexed.article.id]);
  const found = { ...indexed, chunks: indexed.chunks.map(({ chunk }) => chunk) };
  await tellArticle(change, indexed, found, chunks);
  return finishChange(change);
}

/** What removes articles, and how many of the ids are of any. */
export async function planRemoval(indices: Indices, known: KnownPeople, articleIds: readonly string[]) {
  const change = newChange(indices, known, new CorrectionBook(indices));
  const removed = await takeOut(change, articleIds);
  await change.book.setOut(articleIds);
  return { removed, planned: await finishChange(change) };
}

/** In reading order. */
async function keptChunks(
  indices: Indices,
  { article, chunks }: IndexedArticle,
  lastLabel: number,
): Promise<readonly KeptChunk[]> {
  const inOrder = inTextOrder(chunks.map((embedded) => ({ ...embedded, spans: embedded.chunk.spans })));
  const wordings = await findWordings(
    indices,
    article.id,
    inOrder.map(({ chunk }) => chunk),
  );
  return inOrder.map(({ chunk, vector, contextVector }, i) => ({
    chunk,
    vector: numbersOf(vector),
    contextVector: numbersOf(contextVector),
    label: lastLabel + i + 1,
    ...(wordings[i] ?? { wording: null, sketch: null, bands: [] }),
  }));
}

/** Seven digits are as much as 32 bits hold. */
const numbersOf = (vector: Float32Array): readonly number[] => Array.from(vector, (x) => Number(x.toPrecision(7)));
