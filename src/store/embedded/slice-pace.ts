import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";

/**
 * Work that nobody waits for rests so many times as long as it has worked: it takes a quarter of the thread. Without rests a slice of 15 to 40 ms came
 * between any two turns of the event loop, and a search, which needs a dozen turns, took two seconds for as long as the work went on.
 */
const REST_FOR_WORK = 3;

/** What tells the time, in milliseconds, and lets it pass. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

const SYSTEM: Clock = { now: () => performance.now(), sleep };

/**
 * How fast work goes on that is done in slices on a thread that answers meanwhile. While somebody waits for its end it takes
 * every turn of the event loop; else it leaves most of the thread to whoever asks.
 */
export class SlicePace {
  readonly #clock: Clock;
  #waiting = 0;

  constructor(clock: Clock = SYSTEM) {
    this.#clock = clock;
  }

  /** Slice by slice, until one says that there is no more. */
  async work(slice: () => boolean): Promise<void> {
    for (;;) {
      const begun = this.#clock.now();
      if (!slice()) return;
      await this.#rest(this.#clock.now() - begun);
    }
  }

  /** Waits for work, begun now or before: until it is done it is hurried. */
  async hurry<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    try {
      return await work();
    } finally {
      this.#waiting -= 1;
    }
  }

  #rest(workedMs: number): Promise<unknown> {
    return this.#waiting > 0 ? nextTurn() : this.#clock.sleep(REST_FOR_WORK * workedMs);
  }
}
