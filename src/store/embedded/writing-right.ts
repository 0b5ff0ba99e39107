import { setTimeout as sleep } from "node:timers/promises";
import { VerbatimError } from "../../errors.ts";
import { WriterLock } from "./writer-lock.ts";

/** How often who has the right looks whether it is wanted, and who wants it whether it is free. */
const LOOK_EVERY_MS = 50;
/** Longer than any change takes, and than building the vector graph of a large index. */
const PATIENCE_MS = 300_000;

/**
 * The right to write, for a writer that stays: it is given away between two changes to whoever wants it, and taken back for the next one.
 * So a correction does not wait for the end of a run over a thousand articles, and several runs share an index.
 */
export class WritingRight {
  readonly #directory: string;
  readonly #timer: NodeJS.Timeout;
  #lock: WriterLock | null;
  #takingBack: Promise<void> | null = null;
  #changes = 0;
  #isReleased = false;

  private constructor(directory: string, lock: WriterLock) {
    this.#directory = directory;
    this.#lock = lock;
    this.#timer = setInterval(() => this.#giveAwayIfWanted(), LOOK_EVERY_MS).unref();
  }

  /** Fails at once with INDEX_BUSY while another has it. */
  static take(directory: string): WritingRight {
    return new WritingRight(directory, WriterLock.ask(directory));
  }

  /** Does some work while nobody else writes. @throws INDEX_BUSY where another does not give the right back for minutes. */
  async during<T>(work: () => T | Promise<T>): Promise<T> {
    this.#changes += 1;
    try {
      if (this.#lock === null) await this.#takeBack();
      return await work();
    } finally {
      this.#changes -= 1;
    }
  }

  release(): void {
    this.#isReleased = true;
    clearInterval(this.#timer);
    this.#lock?.release();
    this.#lock = null;
  }

  #giveAwayIfWanted(): void {
    if (this.#lock === null || this.#changes > 0 || !this.#lock.isWanted()) return;
    this.#lock.release();
    this.#lock = null;
  }

  #takeBack(): Promise<void> {
    this.#takingBack ??= this.#takeWhenFree().finally(() => {
      this.#takingBack = null;
    });
    return this.#takingBack;
  }

  async #takeWhenFree(): Promise<void> {
    for (const until = performance.now() + PATIENCE_MS; this.#lock === null; await sleep(LOOK_EVERY_MS)) {
      if (this.#isReleased) throw new Error("The store is closed.");
      try {
        this.#lock = WriterLock.ask(this.#directory);
      } catch (error) {
        const isBusy = error instanceof VerbatimError && error.code === "INDEX_BUSY";
        if (!isBusy || performance.now() >= until) throw error;
      }
    }
  }
}
