import { type Correction, inOrderOfTime } from "../../../model/correction.ts";
import type { Query } from "../cluster/cluster.ts";
import type { Indices } from "../indices.ts";
import type { WriteOperation } from "../writing/write-operation.ts";
import type { CorrectionDocument } from "./correction-document.ts";

const STANDING: Query = { term: { isStanding: true } };

/**
 * The corrections of the index as one change leaves them: what is read is the index with the change so far on top. Nothing is written
 * before `operations` is asked for.
 */
export class CorrectionBook {
  readonly #indices: Indices;
  readonly #changed = new Map<string, CorrectionDocument>();

  constructor(indices: Indices) {
    this.#indices = indices;
  }

  /** Null for one that is unknown. */
  async find(id: string): Promise<CorrectionDocument | null> {
    return this.#changed.get(id) ?? (await this.#indices.get<CorrectionDocument>("corrections", [id])).get(id) ?? null;
  }

  set(document: CorrectionDocument): void {
    this.#changed.set(document.id, document);
  }

  /** All that stand, in the order of time. */
  async standing(): Promise<readonly Correction[]> {
    return inOrder(await this.#readDocuments(STANDING, () => true));
  }

  /** By article those that stand and say something of its words, or of whom it names, in the order of time. */
  async standingIn(articleIds: readonly string[]): Promise<ReadonlyMap<string, readonly Correction[]>> {
    const should = [{ terms: { articleId: articleIds } }, { terms: { subjects: articleIds } }];
    const query = { bool: { filter: [STANDING], should, minimum_should_match: 1 } };
    const isAbout = (one: CorrectionDocument, id: string) => one.articleId === id || one.subjects.includes(id);
    const documents = await this.#readDocuments(query, (one) => articleIds.some((id) => isAbout(one, id)));
    return new Map(articleIds.map((id) => [id, inOrder(documents.filter((one) => isAbout(one, id)))]));
  }

  /** Notes which quotes the corrections of an article's words are about now. @param quoteIds By the id of a correction. */
  async setQuotes(articleId: string, quoteIds: ReadonlyMap<string, string>): Promise<void> {
    this.#setQuotes(await this.#documentsOf([articleId]), quoteIds);
  }

  /** Notes that articles are not in, or no more. */
  async setOut(articleIds: readonly string[]): Promise<void> {
    this.#setQuotes(await this.#documentsOf(articleIds), new Map());
  }

  /** Notes that no article is in. */
  async setAllOut(): Promise<void> {
    const ofWords = { bool: { filter: [STANDING, { exists: { field: "articleId" } }] } };
    this.#setQuotes(await this.#readDocuments(ofWords, ({ articleId }) => articleId !== null), new Map());
  }

  operations(): readonly WriteOperation[] {
    return [...this.#changed.values()].map((document) => ({ kind: "corrections", id: document.id, document }));
  }

  #setQuotes(documents: readonly CorrectionDocument[], quoteIds: ReadonlyMap<string, string>): void {
    for (const document of documents) {
      const quoteId = quoteIds.get(document.id);
      if (document.subjects[0] !== quoteId) this.set({ ...document, subjects: quoteId === undefined ? [] : [quoteId] });
    }
  }

  /** Of corrections of the words of these articles, those that stand. */
  #documentsOf(articleIds: readonly string[]): Promise<readonly CorrectionDocument[]> {
    const query = { bool: { filter: [STANDING, { terms: { articleId: articleIds } }] } };
    const wanted = new Set(articleIds);
    return this.#readDocuments(query, ({ articleId }) => articleId !== null && wanted.has(articleId));
  }

  async #readDocuments(
    query: Query,
    isMeant: (document: CorrectionDocument) => boolean,
  ): Promise<readonly CorrectionDocument[]> {
    const found = [...this.#changed.values()].filter((document) => document.isStanding && isMeant(document));
    for await (const { _source } of this.#indices.all<CorrectionDocument>("corrections", {
      query,
      sort: [{ id: "asc" }],
    })) {
      if (!this.#changed.has(_source.id)) found.push(_source);
    }
    return found;
  }
}

const inOrder = (documents: readonly CorrectionDocument[]): readonly Correction[] =>
  documents.map(({ correction }) => correction).sort(inOrderOfTime);
