import { VerbatimError } from "../../errors.ts";
import type { Correction, Signed } from "../../model/correction.ts";
import { checkDimensions } from "../check-dimensions.ts";
import type { ArticleState, AuthorityPerson, IndexedArticle, QuoteStoreWriter } from "../quote-store.ts";
import { CorrectionBook } from "./corrections/correction-book.ts";
import { type Corrected, planCorrection, planUndoing } from "./corrections/record-correction.ts";
import {
  checkState,
  type IndexState,
  newState,
  PEOPLE_ID,
  readPeople,
  readState,
  STATE_ID,
  wasReset,
} from "./index-state.ts";
import { makeAnew } from "./make-indices.ts";
import type { OpenIndex } from "./open-index.ts";
import { OpenSearchQuoteStore } from "./opensearch-quote-store.ts";
import { KnownPeople } from "./people/known-people.ts";
import { replaceAuthority } from "./people/replace-authority.ts";
import type { Journal } from "./writing/journal.ts";
import { planPut, planRemoval } from "./writing/put-article.ts";
import { PutBatch, type Refusals } from "./writing/put-batch.ts";
import type { PlannedWrite } from "./writing/write-operation.ts";
import type { WriterLease } from "./writing/writer-lease.ts";
import { WriterTurns } from "./writing/writer-turns.ts";

interface Known {
  readonly state: IndexState;
  readonly people: KnownPeople;
}

interface WaitingPuts {
  readonly batch: PutBatch;
  readonly done: Promise<Refusals>;
}

/** A writer, which writes while no other does: between two changes it gives way to another that wants to. Where the index is incompatible every call says so, except `reset`, which mends it. */
export class OpenSearchQuoteStoreWriter extends OpenSearchQuoteStore implements QuoteStoreWriter {
  readonly #index: OpenIndex;
  readonly #lease: WriterLease;
  readonly #journal: Journal;
  readonly #turns: WriterTurns;
  /** What nobody else changes while this one has the lease; null until it is read. */
  #known: Known | null = null;
  /** Of the index that this one has read; null until then. */
  #generation: { readonly id: string | null } | null = null;
  /** Those that more may join. */
  #waiting: WaitingPuts | null = null;

  constructor(index: OpenIndex, lease: WriterLease, journal: Journal) {
    super(index);
    this.#index = index;
    this.#lease = lease;
    this.#journal = journal;
    this.#turns = new WriterTurns(lease, journal, () => {
      this.#known = null;
    });
  }

  /** What is read here says, too, where the index is incompatible. */
  override states(): Promise<readonly ArticleState[]> {
    return this.#inTurn(() => super.states());
  }

  /** Puts that wait for their turn go in together, as one change. */
  async put(indexed: IndexedArticle): Promise<void> {
    const { id } = indexed.article;
    const joined = this.#waiting?.batch.add(indexed) ? this.#waiting : this.#wait(new PutBatch(indexed));
    const refusals = await joined.done;
    if (refusals.has(id)) throw refusals.get(id);
  }

  remove(articleIds: readonly string[]): Promise<number> {
    return this.#inTurn(async (known) => {
      const { removed, planned } = await planRemoval(this.#index.indices, known.people, articleIds);
      if (removed > 0) await this.#carryOut(planned, known);
      return removed;
    });
  }

  setPeople(people: readonly AuthorityPerson[]): Promise<void> {
    return this.#inTurn(async (known) => {
      const after = known.people.withAuthority(people);
      const { documents, rejoined } = await replaceAuthority(this.#index.indices, known.people, after);
      const file = { kind: "state", id: PEOPLE_ID, document: { people } } as const;
      await this.#carryOut({ documents: [...documents, file], rejoined }, { ...known, people: after });
    });
  }

  correct(correction: Correction): Promise<void> {
    return this.#inTurn(async (known) => {
      await this.#carryOutCorrected(await planCorrection(this.#index.indices, known.people, correction), known);
    });
  }

  undoCorrection(id: string, undone: Signed): Promise<boolean> {
    return this.#inTurn(async (known) => {
      const corrected = await planUndoing(this.#index.indices, known.people, id, undone);
      await this.#carryOutCorrected(corrected, known);
      return corrected !== null;
    });
  }

  reset(): Promise<void> {
    return this.#afterOthers(async () => {
      const { indices, place } = this.#index;
      await this.#journal.forget();
      [this.#known, this.#generation] = [null, null];
      await makeAnew(indices, place, this.#journal.number);
    });
  }

  /** All is written when a call resolves. */
  async save(): Promise<void> {
    this.#lease.check();
  }

  override async close(): Promise<void> {
    await this.#turns.end();
    await super.close();
  }

  #wait(batch: PutBatch): WaitingPuts {
    const done = this.#inTurn((known) => this.#putTogether(batch.close(), known)).finally(() => batch.close());
    this.#waiting = { batch, done };
    return this.#waiting;
  }

  /** Where they can't be planned together each goes in by itself: what is wrong with one is no other's business. */
  async #putTogether(articles: readonly IndexedArticle[], known: Known): Promise<Refusals> {
    try {
      await this.#putIn(articles, known);
      return new Map();
    } catch (error) {
      if (articles.length === 1 || !isOfOneArticle(error)) throw error;
      return this.#putEach(articles);
    }
  }

  async #putEach(articles: readonly IndexedArticle[]): Promise<Refusals> {
    const refusals = new Map<string, unknown>();
    for (const [i, one] of articles.entries()) {
      try {
        await this.#putIn([one], await this.#knowing());
      } catch (error) {
        const failed = isOfOneArticle(error) ? [one] : articles.slice(i);
        for (const { article } of failed) refusals.set(article.id, error);
        if (!isOfOneArticle(error)) break;
      }
    }
    return refusals;
  }

  async #putIn(articles: readonly IndexedArticle[], known: Known): Promise<void> {
    await this.#carryOut(...(await this.#planPut(articles, known)));
  }

  async #planPut(articles: readonly IndexedArticle[], { state, people }: Known): Promise<[PlannedWrite, Known]> {
    const { indices, place } = this.#index;
    for (const indexed of articles) checkDimensions(indexed, place.dimensions);
    const planned = await planPut(indices, people, articles, state.lastLabel);
    const lastLabel = articles.reduce((last, { chunks }) => last + chunks.length, state.lastLabel);
    // An index that never held a vector takes the model of the first writer.
    return [planned, { state: { ...state, model: place.model, lastLabel }, people }];
  }

  #inTurn<T>(work: (known: Known) => Promise<T>): Promise<T> {
    return this.#afterOthers(async () => work(await this.#knowing()));
  }

  #afterOthers<T>(work: () => Promise<T>): Promise<T> {
    // What is put in from now on comes after this.
    this.#waiting = null;
    return this.#turns.take(work);
  }

  async #knowing(): Promise<Known> {
    await this.#journal.finish();
    this.#known ??= await this.#read();
    return this.#known;
  }

  async #read(): Promise<Known> {
    const { indices, place } = this.#index;
    const state = (await readState(indices)) ?? newState(place);
    checkState(state, place, indices.prefix);
    const generation = state.generation ?? null;
    this.#generation ??= { id: generation };
    if (this.#generation.id !== generation) throw wasReset(indices.prefix);
    const standing = await new CorrectionBook(indices).standing();
    return { state, people: KnownPeople.from(await readPeople(indices), standing) };
  }

  async #carryOutCorrected(corrected: Corrected | null, { state }: Known): Promise<void> {
    if (corrected !== null) await this.#carryOut(corrected.planned, { state, people: corrected.known });
  }

  async #carryOut({ documents, rejoined }: PlannedWrite, { state, people }: Known): Promise<void> {
    this.#known = null;
    const document = { ...state, updatedAt: new Date().toISOString() };
    const where = { kind: "state", id: STATE_ID, document } as const;
    await this.#journal.carryOut({ documents: [...documents, where], rejoined });
    this.#known = { state: document, people };
  }
}

/** Else the cluster does not take it, or this writer may not write. Vectors of other dimensions are INDEX_INCOMPATIBLE. */
const isOfOneArticle = (error: unknown): boolean =>
  !(error instanceof VerbatimError) || error.code === "INDEX_INCOMPATIBLE";
