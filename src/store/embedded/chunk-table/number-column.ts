const FIRST_ROWS = 1_024;
/** Growing copies everything, so it is rare. */
const GROWTH = 1.5;

/** A list of numbers that grows at its end and is read fast. */
export class NumberColumn {
  #numbers = new Float64Array(FIRST_ROWS);
  #length = 0;

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

  /** All so far; what is pushed later is not in it. */
  get values(): Float64Array {
    return this.#numbers.subarray(0, this.#length);
  }

  #grow(): void {
    const larger = new Float64Array(Math.ceil(this.#numbers.length * GROWTH));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
