/** A promise of the index that does not hold. */
export interface Finding {
  /** Which one, such as "spans". */
  readonly promise: string;
  /** What is wrong, as a sentence. */
  readonly sentence: string;
  /** How often. */
  readonly count: number;
}

/** What was found wrong by one check, told once with its number and the first case of it. */
export class FindingList {
  readonly #promise: string;
  readonly #found = new Map<string, { readonly example: string; count: number }>();

  constructor(promise: string) {
    this.#promise = promise;
  }

  /** @param what Without a name in it: "A quote's spans lie outside its article". @param where The case. */
  add(what: string, where: string): void {
    const known = this.#found.get(what);
    if (known) known.count += 1;
    else this.#found.set(what, { example: where, count: 1 });
  }

  get findings(): readonly Finding[] {
    return [...this.#found].map(([what, { example, count }]) => ({
      promise: this.#promise,
      sentence: `${what} (${example}${count > 1 ? `, and ${count - 1} more` : ""}).`,
      count,
    }));
  }
}
