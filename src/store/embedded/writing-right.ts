import { setTimeout as sleep } from "node:timers/promises";
import { whenFree } from "../when-free.ts";
import { WriterLock } from "./writer-lock.ts";

/** How often who has the right looks whether it is wanted, and who wants it whether it is free. */
const LOOK_EVERY_MS = 50;
/** Longer than any change takes, and than building the vector graph of a large index. */
const PATIENCE_MS = 300_000;

/** Whoever wants it looks twice in this time, and so comes before who gave it away. */
const OTHERS_FIRST_MS = 2 * LOOK_EVERY_MS;

/**
 * The right to write, for a writer that stays: it is given away between two changes to whoever wants it, and taken back for the next one.
 * So a correction does not wait for the end of a run over a thousand articles, and several runs share an index.
 */
export class WritingRight {
  readonly #directory: string;
  readonly #timer: NodeJS.Timeout;
  #lock: WriterLock | null;
  #takingBack: Promise<void> | null = null;
  /** Those at work, which have the right. */
  #changes = 0;
  /** Somebody wants it: no further change begins before it was given away. */
  #isToGo = false;
  #lastLook = performance.now();
  #givenAwayAt = Number.NEGATIVE_INFINITY;
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
    while (!this.#mayBegin) await this.#takeBack();
    this.#changes += 1;
    try {
      return await work();
    } finally {
      this.#changes -= 1;
      // Changes that follow each other at once let no timer come between.
      if (performance.now() - this.#lastLook >= LOOK_EVERY_MS || this.#isToGo) this.#giveAwayIfWanted();
    }
  }

  release(): void {
    this.#isReleased = true;
    clearInterval(this.#timer);
    this.#lock?.release();
    this.#lock = null;
  }

  get #mayBegin(): boolean {
    return this.#lock !== null && !this.#isToGo;
  }

  #giveAwayIfWanted(): void {
    if (this.#lock === null) return;
    this.#lastLook = performance.now();
    this.#isToGo ||= this.#lock.isWanted();
    if (!this.#isToGo || this.#changes > 0) return;
    this.#lock.release();
    this.#lock = null;
    this.#isToGo = false;
    this.#givenAwayAt = performance.now();
  }

  #takeBack(): Promise<void> {
    this.#takingBack ??= this.#takeWhenFree().finally(() => {
      this.#takingBack = null;
    });
    return this.#takingBack;
  }

  async #takeWhenFree(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    // Those at work end, and the last of them gives the right away.
    while (this.#lock !== null) await sleep(LOOK_EVERY_MS);
    await sleep(Math.max(0, this.#givenAwayAt + OTHERS_FIRST_MS - performance.now()));
    await whenFree(async () => this.#take(), { everyMs: LOOK_EVERY_MS, isOver: () => performance.now() >= until });
  }

  #take(): void {
    if (this.#isReleased) throw new Error("The store is closed.");
    this.#lock = WriterLock.ask(this.#directory);
  }
}
