import type { Correction } from "../../../model/correction.ts";
import type { Quote } from "../../../model/quote.ts";
import { type ArticleReading, toKept } from "../../corrections/article-reading.ts";
import { correctArticle } from "../../corrections/correct-article.ts";
import { inTextOrder } from "../../mentions-within.ts";
import { type NamesToSettle, noNamesToSettle } from "../../people/names-to-settle.ts";
import type { CorrectionBook } from "../corrections/correction-book.ts";
import type { ArticleDocument } from "../documents/article-document.ts";
import type { KeptChunk } from "../documents/chunk-document.ts";
import { operationsOf, type WholeArticle } from "../documents/documents-of-article.ts";
import { foundIn } from "../documents/to-indexed.ts";
import type { Indices } from "../indices.ts";
import { addMembers, removeMembers } from "../people/article-members.ts";
import { Directory } from "../people/directory.ts";
import type { KnownPeople } from "../people/known-people.ts";
import { settleShortNames } from "../people/settle-short-names.ts";
import { readWhole } from "../read-whole.ts";
import type { PlannedWrite, RejoinedArticle, WriteOperation } from "./write-operation.ts";

/** An article that a change adds, without what its members are joined into: that is settled at the end of the change. */
type AddedArticle = Omit<WholeArticle, "members">;

/** What one change does, gathered before any of it is written. */
export interface IndexChange {
  readonly indices: Indices;
  readonly directory: Directory;
  readonly book: CorrectionBook;
  readonly namesToSettle: NamesToSettle;
  /** Articles as they were before, that are written anew or removed. */
  readonly takenOut: TakenOut[];
  readonly added: AddedArticle[];
}

export const newChange = (indices: Indices, known: KnownPeople, book: CorrectionBook): IndexChange => ({
  ...{ indices, book, namesToSettle: noNamesToSettle(), takenOut: [], added: [] },
  directory: new Directory(indices, known),
});

/** What of an article is needed to take it out: not its text. */
const TAKEN_OUT = ["id", "quoteIds", "chunkIds"] as const;
type TakenOut = Pick<ArticleDocument, (typeof TAKEN_OUT)[number]>;

/** Takes articles out of what their members are joined into. Gives how many of the ids are of any. */
export async function takeOut({ indices, directory, namesToSettle, takenOut }: IndexChange, ids: readonly string[]) {
  const read = await indices.get<TakenOut>("articles", ids, TAKEN_OUT);
  const people = new Map((await directory.articles([...read.keys()])).map((article) => [article.id, article]));
  for (const [id, document] of read) {
    takenOut.push(document);
    const current = people.get(id);
    if (current !== undefined) await removeMembers(directory, current, namesToSettle);
    directory.setArticle(id, null);
  }
  return read.size;
}

/** What an article was found to hold, and what people put right in it. */
interface FoundInArticle {
  /** What was found in it, without what people put right. */
  readonly found: ArticleReading;
  /** As they were found, in reading order. */
  readonly chunks: readonly KeptChunk[];
  /** The corrections of its words and people that stand. */
  readonly standing: readonly Correction[];
}

/** Adds an article with what was found in it, and with all that people put right. */
export async function addArticle(
  change: IndexChange,
  kept: Pick<WholeArticle, "article" | "origin" | "sample">,
  { found, chunks, standing }: FoundInArticle,
): Promise<void> {
  const { directory, book, namesToSettle, added } = change;
  const { article, origin, sample } = kept;
  const { reading, quoteIds } = correctArticle(found, standing);
  if (standing.length > 0) await book.setQuotes(article.id, quoteIds);
  await addMembers(directory, { article, quotes: reading.quotes, entities: reading.entities }, namesToSettle);
  const ofChunks = new Map(reading.chunks.map((chunk) => [chunk.id, chunk]));
  added.push({
    ...{ article, origin, sample },
    found: reading === found ? null : toKept(found),
    quotes: inTextOrder<Quote>(reading.quotes),
    chunks: chunks.map((one) => ({ ...one, chunk: { ...one.chunk, ...ofChunks.get(one.chunk.id) } })),
  });
}

/** Adds an article that is in anew, with all that people have put right now. */
export async function addAgain(change: IndexChange, articleId: string): Promise<void> {
  const whole = await readWhole(change.indices, articleId);
  if (whole === null) return;
  await takeOut(change, [articleId]);
  const standing = (await change.book.standingIn([articleId])).get(articleId) ?? [];
  await addArticle(change, whole, { found: foundIn(whole), chunks: whole.chunks, standing });
}

/**
 * Ties names without a first name to those whom they mean, and gives all that the change writes.
 * @param moved Articles whose members were moved to other entities.
 */
export async function finishChange(change: IndexChange, moved: ReadonlySet<string> = new Set()): Promise<PlannedWrite> {
  const { directory, book, namesToSettle, takenOut, added } = change;
  const settled = await settleShortNames(directory, namesToSettle);
  const written = await writeAdded(change);
  const own = new Set([...added.map(({ article }) => article.id), ...takenOut.map(({ id }) => id)]);
  const others = [...new Set([...moved, ...settled])].filter((id) => !own.has(id));
  const removals = removalsOf(takenOut, new Set(written.map(({ id }) => id)));
  return {
    documents: [...removals, ...written, ...directory.operations(), ...book.operations()],
    rejoined: await rejoin(directory, others),
  };
}

async function writeAdded({ directory, added }: IndexChange): Promise<readonly WriteOperation[]> {
  const people = new Map(
    (await directory.articles(added.map(({ article }) => article.id))).map(({ id, members }) => [id, members]),
  );
  return added.flatMap((one) => operationsOf({ ...one, members: people.get(one.article.id) ?? [] }));
}

/** The articles with whom their members are joined into now. */
export async function rejoin(directory: Directory, articleIds: readonly string[]): Promise<readonly RejoinedArticle[]> {
  const articles = await directory.articles(articleIds);
  return articles.map(({ id, members }) => ({
    id,
    entityIds: Object.fromEntries(members.map((member) => [member.id, member.entityId])),
  }));
}

/** Removes articles with their quotes and chunks, but for what is written anew. */
function removalsOf(articles: readonly TakenOut[], kept: ReadonlySet<string>): readonly WriteOperation[] {
  const removals = articles.flatMap(({ id, quoteIds, chunkIds }): readonly WriteOperation[] => [
    { kind: "articles", id, document: null },
    ...quoteIds.map((quoteId): WriteOperation => ({ kind: "quotes", id: quoteId, routing: id, document: null })),
    ...chunkIds.map((chunkId): WriteOperation => ({ kind: "chunks", id: chunkId, routing: id, document: null })),
  ]);
  return removals.filter(({ id }) => !kept.has(id));
}
