import { groupBy } from "../../../model/group-by.ts";
import { groupIdOf } from "../../corrections/groups-by-hand.ts";
import { inTextOrder } from "../../mentions-within.ts";
import type { IndexedArticle } from "../../quote-store.ts";
import { CorrectionBook } from "../corrections/correction-book.ts";
import type { KeptChunk } from "../documents/chunk-document.ts";
import { findWordings } from "../find-wordings.ts";
import type { Indices } from "../indices.ts";
import type { Directory } from "../people/directory.ts";
import type { KnownPeople } from "../people/known-people.ts";
import { addArticle, finishChange, newChange, takeOut } from "./index-change.ts";
import type { PlannedWrite } from "./write-operation.ts";

/**
 * What puts articles in, or in the place of those with their ids, with what people put right in them, as one change: what is asked of the cluster is asked for all of them
 * at once.
 * @param articles No two of one id.
 * @param lastLabel The last label that was given to a chunk.
 */
export async function planPut(
  indices: Indices,
  known: KnownPeople,
  articles: readonly IndexedArticle[],
  lastLabel: number,
): Promise<PlannedWrite> {
  const change = newChange(indices, known, new CorrectionBook(indices));
  const ids = articles.map(({ article }) => article.id);
  const chunks = await keptChunks(indices, articles, lastLabel);
  await takeOut(change, ids);
  await loadEntities(change.directory, articles);
  const standing = await change.book.standingIn(ids);
  for (const indexed of articles) {
    const { id } = indexed.article;
    const found = { ...indexed, chunks: indexed.chunks.map(({ chunk }) => chunk) };
    await addArticle(change, indexed, { found, chunks: chunks.get(id) ?? [], standing: standing.get(id) ?? [] });
  }
  return finishChange(change);
}

/** What removes articles, and how many of the ids are of any. */
export async function planRemoval(indices: Indices, known: KnownPeople, articleIds: readonly string[]) {
  const change = newChange(indices, known, new CorrectionBook(indices));
  const removed = await takeOut(change, articleIds);
  await change.book.setOut(articleIds);
  return { removed, planned: await finishChange(change) };
}

/** By article, in reading order. */
async function keptChunks(
  indices: Indices,
  articles: readonly IndexedArticle[],
  lastLabel: number,
): Promise<ReadonlyMap<string, readonly KeptChunk[]>> {
  const inOrder = articles.flatMap(({ chunks }) =>
    inTextOrder(chunks.map((embedded) => ({ ...embedded, spans: embedded.chunk.spans }))),
  );
  const wordings = await findWordings(
    indices,
    articles.map(({ article }) => article.id),
    inOrder.map(({ chunk }) => chunk),
  );
  const kept = inOrder.map(({ chunk, vector, contextVector }, i) => ({
    chunk,
    vector: numbersOf(vector),
    contextVector: numbersOf(contextVector),
    label: lastLabel + i + 1,
    ...(wordings[i] ?? { wording: null, sketch: null, bands: [] }),
  }));
  return groupBy(kept, ({ chunk }) => chunk.articleId);
}

/** Whom the articles name, as far as their names alone tell, in one request; a correction may bring others. */
function loadEntities(directory: Directory, articles: readonly IndexedArticle[]): Promise<void> {
  const named = articles.flatMap(({ entities }) => entities);
  return directory.load(
    named.map((entity) => directory.known.entityIdOf(groupIdOf(entity), entity.kind, entity.person ?? null)),
  );
}

/** Seven digits are as much as 32 bits hold. */
const numbersOf = (vector: Float32Array): readonly number[] => Array.from(vector, (x) => Number(x.toPrecision(7)));
