import type { Journal } from "./journal.ts";
import type { WriterLease } from "./writer-lease.ts";

/** How often is looked whether another wants to write. */
const LOOK_EVERY_MS = 250;

/**
 * The changes of one writer, made one after the other while it has the lease. Where another wants that, it is given away when the change under way is made, and
 * taken back for the next one.
 */
export class WriterTurns {
  readonly #lease: WriterLease;
  readonly #journal: Journal;
  readonly #whenTakenBack: () => void;
  readonly #timer: NodeJS.Timeout;
  #working: Promise<unknown> = Promise.resolve();
  #isWanted = false;
  #isLooking = false;

  /** @param whenTakenBack What is to be done before the next change: others may have written since. */
  constructor(lease: WriterLease, journal: Journal, whenTakenBack: () => void) {
    this.#lease = lease;
    this.#journal = journal;
    this.#whenTakenBack = whenTakenBack;
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS).unref();
  }

  /** @throws VerbatimError INDEX_BUSY where another writer has taken over, or does not give the lease back for minutes. */
  take<T>(work: () => Promise<T>): Promise<T> {
    return this.#afterOthers(async () => {
      this.#lease.check();
      if (this.#isWanted) await this.#giveBack();
      if (!this.#lease.isHeld) await this.#takeBack();
      return work();
    });
  }

  /** After all that was asked for. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working.catch(() => {});
    await this.#giveBack();
  }

  #afterOthers<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#working.catch(() => {}).then(work);
    this.#working = turn;
    return turn;
  }

  /** What was asked for meanwhile comes when the lease is back. */
  async #look(): Promise<void> {
    if (this.#isLooking || !this.#lease.isHeld) return;
    this.#isLooking = true;
    try {
      this.#isWanted ||= await this.#lease.isWanted();
      if (this.#isWanted) await this.#afterOthers(async () => this.#isWanted && this.#giveBack());
    } catch {
      // The cluster does not answer: the next look will tell.
    } finally {
      this.#isLooking = false;
    }
  }

  async #giveBack(): Promise<void> {
    this.#isWanted = false;
    if (!this.#lease.isHeld) return;
    await this.#journal.close().catch(() => {});
    await this.#lease.release();
  }

  async #takeBack(): Promise<void> {
    this.#whenTakenBack();
    await this.#lease.takeBack();
    try {
      await this.#journal.takeOver();
      await this.#journal.finish();
    } catch (error) {
      await this.#lease.release();
      throw error;
    }
  }
}
