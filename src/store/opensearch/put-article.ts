import { inTextOrder } from "../mentions-within.ts";
import type { IndexedArticle } from "../quote-store.ts";
import type { ArticleDocument } from "./documents/article-document.ts";
import type { KeptChunk } from "./documents/chunk-document.ts";
import { operationsOf } from "./documents/documents-of-article.ts";
import { findWordings } from "./find-wordings.ts";
import type { Indices } from "./indices.ts";
import type { Directory } from "./people/directory.ts";
import { addMembers, type NamesTouched, removeMembers } from "./people/join-members.ts";
import { settleShortNames } from "./people/settle-short-names.ts";
import { readWhole } from "./read-whole.ts";
import type { WriteOperation } from "./write-operation.ts";

const noNames = (): NamesTouched => ({ full: new Map(), short: new Map() });

/** What puts an article in, or in the place of the one with its id. @param lastLabel The last label that was given to a chunk. */
export async function putOperations(
  indices: Indices,
  directory: Directory,
  indexed: IndexedArticle,
  lastLabel: number,
): Promise<readonly WriteOperation[]> {
  const names = noNames();
  const { id } = indexed.article;
  const before = await readTakenOut(indices, [id]);
  await takeOut(directory, before, names);
  await addMembers(directory, indexed, names);
  const changed = await settleShortNames(directory, names);
  const members = (await directory.articles([id])).flatMap((article) => article.members);
  const { article, origin, sample } = indexed;
  const [quotes, chunks] = [inTextOrder(indexed.quotes), await keptChunks(indices, indexed, lastLabel)];
  const written = operationsOf({ article, origin, sample, members, quotes, chunks });
  return [
    ...removalsOf(before, new Set(written.map(({ id: writtenId }) => writtenId))),
    ...written,
    ...(await rewrite(
      indices,
      directory,
      [...changed].filter((other) => other !== id),
    )),
    ...directory.operations(),
  ];
}

/** What removes articles, and how many of the ids are of any. */
export async function removeOperations(indices: Indices, directory: Directory, articleIds: readonly string[]) {
  const names = noNames();
  const before = await readTakenOut(indices, [...new Set(articleIds)]);
  await takeOut(directory, before, names);
  const changed = await settleShortNames(directory, names);
  const operations = [
    ...removalsOf(before, new Set()),
    ...(await rewrite(indices, directory, [...changed])),
    ...directory.operations(),
  ];
  return { removed: before.length, operations };
}

/** Writes articles anew whose members are joined into other entities than before. */
export async function rewrite(
  indices: Indices,
  directory: Directory,
  articleIds: readonly string[],
): Promise<readonly WriteOperation[]> {
  const operations: WriteOperation[] = [];
  const people = new Map((await directory.articles(articleIds)).map((article) => [article.id, article.members]));
  for (const id of articleIds) {
    const whole = await readWhole(indices, id);
    if (whole === null) continue;
    const entityIds = new Map(people.get(id)?.map((member) => [member.id, member.entityId]));
    const members = whole.members.map((member) => ({
      ...member,
      entityId: entityIds.get(member.id) ?? member.entityId,
    }));
    operations.push(...operationsOf({ ...whole, members }));
  }
  return operations;
}

/** What of an article is needed to take it out: not its text. */
const TAKEN_OUT = ["id", "publisherFolded", "publishedAt", "members", "quoteIds", "chunkIds"] as const;
type TakenOut = Pick<ArticleDocument, (typeof TAKEN_OUT)[number]>;

async function readTakenOut(indices: Indices, ids: readonly string[]): Promise<readonly TakenOut[]> {
  const read = await indices.get<TakenOut>("articles", ids, TAKEN_OUT);
  return ids.flatMap((id) => read.get(id) ?? []);
}

async function takeOut(directory: Directory, articles: readonly TakenOut[], names: NamesTouched): Promise<void> {
  for (const article of articles) {
    await removeMembers(directory, peopleOf(article), names);
    directory.setArticle(article.id, null);
  }
}

const peopleOf = ({ id, publisherFolded, publishedAt, members }: TakenOut) => ({
  id,
  publisherFolded,
  publishedAt,
  members,
});

/** Removes articles with their quotes and chunks, but for what is written anew. */
function removalsOf(articles: readonly TakenOut[], kept: ReadonlySet<string>): readonly WriteOperation[] {
  const removals = articles.flatMap(({ id, quoteIds, chunkIds }): readonly WriteOperation[] => [
    { kind: "articles", id, document: null },
    ...quoteIds.map((quoteId): WriteOperation => ({ kind: "quotes", id: quoteId, routing: id, document: null })),
    ...chunkIds.map((chunkId): WriteOperation => ({ kind: "chunks", id: chunkId, routing: id, document: null })),
  ]);
  return removals.filter(({ id }) => !kept.has(id));
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
