import type { Correction, Signed } from "../../model/correction.ts";
import { checkDimensions } from "../check-dimensions.ts";
import type { ArticleState, AuthorityPerson, IndexedArticle, QuoteStoreWriter } from "../quote-store.ts";
import { CorrectionBook } from "./corrections/correction-book.ts";
import { type Corrected, planCorrection, planUndoing } from "./corrections/record-correction.ts";
import { checkState, type IndexState, newState, PEOPLE_ID, readPeople, readState, STATE_ID } from "./index-state.ts";
import type { Journal } from "./journal.ts";
import { makeIndices } from "./make-indices.ts";
import type { OpenIndex } from "./open-index.ts";
import { OpenSearchQuoteStore } from "./opensearch-quote-store.ts";
import { KnownPeople } from "./people/known-people.ts";
import { replaceAuthority } from "./people/replace-authority.ts";
import { planPut, planRemoval } from "./put-article.ts";
import type { PlannedWrite } from "./write-operation.ts";
import type { WriterLease } from "./writer-lease.ts";

interface Known {
  readonly state: IndexState;
  readonly people: KnownPeople;
}

/** How often is looked whether another wants to write. */
const LOOK_EVERY_MS = 250;

/** A writer, which writes while no other does: between two changes it gives way to another that wants to. Where the index is incompatible every call says so, except `reset`, which mends it. */
export class OpenSearchQuoteStoreWriter extends OpenSearchQuoteStore implements QuoteStoreWriter {
  readonly #index: OpenIndex;
  readonly #lease: WriterLease;
  readonly #journal: Journal;
  /** Changes are made one after the other. */
  #working: Promise<unknown> = Promise.resolve();
  /** What nobody else changes while this one has the lease; null until it is read. */
  #known: Known | null = null;
  readonly #timer: NodeJS.Timeout;
  #isLooking = false;

  constructor(index: OpenIndex, lease: WriterLease, journal: Journal) {
    super(index);
    this.#index = index;
    this.#lease = lease;
    this.#journal = journal;
    this.#timer = setInterval(() => this.#giveWayIfWanted(), LOOK_EVERY_MS).unref();
  }

  /** What is read here says, too, where the index is incompatible. */
  override states(): Promise<readonly ArticleState[]> {
    return this.#inTurn(() => super.states());
  }

  put(indexed: IndexedArticle): Promise<void> {
    return this.#inTurn(async ({ state, people }) => {
      const { indices, place } = this.#index;
      checkDimensions(indexed, place.dimensions);
      const planned = await planPut(indices, people, indexed, state.lastLabel);
      const lastLabel = state.lastLabel + indexed.chunks.length;
      // An index that never held a vector takes the model of the first writer.
      await this.#carryOut(planned, { state: { ...state, model: place.model, lastLabel }, people });
    });
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
      this.#known = null;
      await makeIndices(indices, place, "anew");
    });
  }

  /** All is written when a call resolves. */
  async save(): Promise<void> {
    this.#lease.check();
  }

  override async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working.catch(() => {});
    await this.#giveBack();
    await super.close();
  }

  #inTurn<T>(work: (known: Known) => Promise<T>): Promise<T> {
    return this.#afterOthers(async () => {
      await this.#journal.finish();
      this.#known ??= await this.#read();
      return work(this.#known);
    });
  }

  #afterOthers<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#working
      .catch(() => {})
      .then(async () => {
        this.#lease.check();
        if (!this.#lease.isHeld) await this.#takeBack();
        return work();
      });
    this.#working = turn;
    return turn;
  }

  /** Others may have written since. */
  async #takeBack(): Promise<void> {
    this.#known = null;
    await this.#lease.takeBack();
    try {
      await this.#journal.open();
    } catch (error) {
      await this.#lease.release();
      throw error;
    }
  }

  /** After what is under way; what was asked meanwhile comes when the lease is back. */
  #giveWayIfWanted(): void {
    if (this.#isLooking || !this.#lease.isHeld) return;
    this.#isLooking = true;
    this.#working = this.#working
      .catch(() => {})
      .then(async () => {
        if (await this.#lease.isWanted()) await this.#giveBack();
      })
      // The cluster does not answer: the next look will tell.
      .catch(() => {})
      .finally(() => {
        this.#isLooking = false;
      });
  }

  async #giveBack(): Promise<void> {
    if (!this.#lease.isHeld) return;
    await this.#journal.close().catch(() => {});
    await this.#lease.release();
  }

  async #read(): Promise<Known> {
    const { indices, place } = this.#index;
    const state = (await readState(indices)) ?? newState(place);
    checkState(state, place, indices.prefix);
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
