import type { Numbers, NumbersType, SectionReader, SectionWriter } from "./table-sections.ts";

const FIRST_ROWS = 1_024;
/** Growing copies everything, so it is rare. */
const GROWTH = 1.5;

/** A list of numbers that grows at its end and is read fast. */
export class NumberColumn<T extends Numbers> {
  readonly #type: NumbersType<T>;
  #numbers: T;
  #length = 0;

  /** @param type Must be able to hold every number that is pushed. */
  constructor(type: NumbersType<T>) {
    this.#type = type;
    this.#numbers = new type(FIRST_ROWS);
  }

  /** Gives the new length. */
  push(number: number): number {
    if (this.#length === this.#numbers.length) this.#grow();
    this.#numbers[this.#length] = number;
    this.#length += 1;
    return this.#length;
  }

  set(row: number, number: number): void {
    this.#numbers[row] = number;
  }

  at(row: number): number {
    return this.#numbers[row] as number;
  }

  /** All so far; what is pushed later is not in it. */
  get values(): T {
    return this.#numbers.subarray(0, this.#length) as T;
  }

  write(to: SectionWriter): void {
    to.numbers(this.values);
  }

  /** Takes in what `write` gave, in place of what there is. */
  read(from: SectionReader): void {
    this.#numbers = from.numbers(this.#type);
    this.#length = this.#numbers.length;
  }

  #grow(): void {
    const larger = new this.#type(Math.max(FIRST_ROWS, Math.ceil(this.#numbers.length * GROWTH)));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
