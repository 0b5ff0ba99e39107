import { randomUUID } from "node:crypto";
import { VerbatimError } from "../errors.ts";
import type { WriteIndex } from "../indexing/write-in-turn.ts";
import type { ReadOptions } from "../ingest/article-source.ts";
import type { Article } from "../model/article.ts";
import type { Correction } from "../model/correction.ts";
import type { QuoteStoreWriter } from "../store/quote-store.ts";
import { type AddedArticles, addArticles, type GivenArticle } from "./add-articles.ts";
import { merging, renaming, splitting } from "./people-changes.ts";
import { type Attribution, attributionChange, hiding, type MadeChange } from "./quote-changes.ts";

/** Who puts something right, and why. */
interface Signature {
  readonly by: string;
  readonly reason: string | null;
}

/** What people with a token may do to the index. Every call waits its turn; INDEX_BUSY where another process writes for long. */
export interface Editor {
  addArticles(articles: readonly GivenArticle[]): Promise<AddedArticles>;
  /** @throws ARTICLE_NOT_FOUND */
  removeArticle(articleId: string): Promise<Article>;
  /** The next ones throw BAD_INPUT for what is not in the index, or can't be. */
  correctAttribution(quoteId: string, to: Attribution, signature: Signature): Promise<Correction>;
  hideQuote(quoteId: string, signature: Signature): Promise<Correction>;
  mergePeople(personIds: readonly string[], intoId: string, signature: Signature): Promise<Correction>;
  /** Whoever these articles call by the person's names is somebody else, called so. */
  splitPerson(
    personId: string,
    articleIds: readonly string[],
    name: string | null,
    signature: Signature,
  ): Promise<Correction>;
  renamePerson(personId: string, name: string, signature: Signature): Promise<Correction>;
  undoCorrection(correctionId: string, by: string): Promise<Correction>;
}

interface EditorParts {
  readonly write: WriteIndex;
  readonly limits: ReadOptions;
  /** For tests. */
  readonly now?: () => Date;
}

export function createEditor({ write, limits, now = () => new Date() }: EditorParts): Editor {
  const make = (signature: Signature, changeIn: (store: QuoteStoreWriter, id: string) => Promise<MadeChange>) =>
    write(async ({ store }) => {
      const id = randomUUID();
      const made = await changeIn(store, id);
      const correction = { id, at: await timeAfterAll(store, now()), ...signature, ...made, undone: null };
      await store.correct(correction);
      return correction;
    });
  return {
    addArticles: (articles) => write((parts) => addArticles(articles, parts, limits)),
    removeArticle: (id) => write(({ store }) => removeArticle(store, id)),
    correctAttribution: (id, to, signature) => make(signature, (store) => attributionChange(store, id, to)),
    hideQuote: (id, signature) => make(signature, (store) => hiding(store, id)),
    mergePeople: (ids, intoId, signature) => make(signature, (store) => merging(store, ids, intoId)),
    splitPerson: (personId, articleIds, name, signature) =>
      make(signature, (store, id) => splitting(store, { personId, articleIds, name, correctionId: id })),
    renamePerson: (id, name, signature) => make(signature, (store) => renaming(store, id, name)),
    undoCorrection: (id, by) => write(({ store }) => undo(store, id, { at: now().toISOString(), by })),
  };
}

/** Now, or just after the latest correction where the clock has gone back: what is made later counts for more. */
async function timeAfterAll(store: QuoteStoreWriter, now: Date): Promise<string> {
  const { items } = await store.listCorrections({ first: 1, after: null });
  const latest = Date.parse(items[0]?.value.at ?? "") || 0;
  return new Date(Math.max(now.getTime(), latest + 1)).toISOString();
}

async function removeArticle(store: QuoteStoreWriter, id: string): Promise<Article> {
  const [article] = await store.articles([id]);
  if (!article || (await store.remove([id])) === 0) {
    throw new VerbatimError("ARTICLE_NOT_FOUND", "No such article is in the index: it may have been removed already.");
  }
  return article;
}

async function undo(
  store: QuoteStoreWriter,
  id: string,
  undone: NonNullable<Correction["undone"]>,
): Promise<Correction> {
  const isUndone = await store.undoCorrection(id, undone);
  const [correction] = await store.corrections([id]);
  if (isUndone && correction) return correction;
  throw new VerbatimError(
    "BAD_INPUT",
    correction
      ? "That correction has been undone already."
      : "There is no such correction. Give an id that `corrections` gave.",
  );
}
