import type { OpenIndex } from "./open-index.ts";
import { asVerbatimError } from "./sqlite-errors.ts";

/** The index that a store works on, or why there is none to work on. */
export class IndexHandle {
  readonly #directory: string;
  #index: OpenIndex | null = null;
  #refusal: unknown = closed();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Runs `work` with the index; what goes wrong is said as a sentence where the user can mend it. */
  async use<T>(work: (index: OpenIndex) => T | Promise<T>): Promise<T> {
    if (this.#index === null) throw this.#refusal;
    try {
      return await work(this.#index);
    } catch (error) {
      throw asVerbatimError(error, this.#directory);
    }
  }

  /** Closes the index, if there is one, and takes what `open` gives. What it throws is thrown by every later `use` too. */
  async replace(open: () => OpenIndex | Promise<OpenIndex>): Promise<void> {
    this.close();
    try {
      this.#index = await open();
    } catch (error) {
      this.#refusal = asVerbatimError(error, this.#directory);
      throw this.#refusal;
    }
  }

  close(): void {
    this.#index?.connection.close();
    this.#index = null;
    this.#refusal = closed();
  }
}

const closed = (): Error => new Error("The store is closed.");
