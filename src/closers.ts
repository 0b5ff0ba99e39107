import type { Logger } from "pino";

/** What is open, closed in reverse order. */
export class Closers {
  readonly #closers: (() => Promise<void>)[] = [];
  readonly #logger: Pick<Logger, "error">;

  constructor(logger: Pick<Logger, "error">) {
    this.#logger = logger;
  }

  add(closer: () => Promise<void>): void {
    this.#closers.push(closer);
  }

  /** One that fails is told, and keeps none of the others from being closed. */
  async close(): Promise<void> {
    for (const closer of this.#closers.splice(0).reverse()) {
      try {
        await closer();
      } catch (err) {
        this.#logger.error({ err }, "Something could not be closed");
      }
    }
  }
}
