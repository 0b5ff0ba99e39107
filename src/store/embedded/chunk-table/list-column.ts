import { NumberColumn } from "./number-column.ts";
import type { SectionReader, SectionWriter } from "./table-sections.ts";

/** For each row a list of 32-bit numbers, one list after the other in one array. */
export class ListColumn {
  readonly #numbers = new NumberColumn(Int32Array);
  /** For each row where its list ends. */
  readonly #ends = new NumberColumn(Int32Array);
  #length = 0;

  /** Takes in the list of the next row. */
  push(list: readonly number[]): void {
    for (const number of list) this.#length = this.#numbers.push(number);
    this.#ends.push(this.#length);
  }

  write(to: SectionWriter): void {
    this.#numbers.write(to);
    this.#ends.write(to);
  }

  /** Takes in what `write` gave, in place of what there is. */
  read(from: SectionReader): void {
    this.#numbers.read(from);
    this.#ends.read(from);
    this.#length = this.#numbers.values.length;
  }

  /** All lists, one after the other; what is pushed later is not in it. */
  get numbers(): Int32Array {
    return this.#numbers.values;
  }

  /** The number at a place of `numbers`. */
  at(place: number): number {
    return this.#numbers.at(place);
  }

  /** Where in `numbers` the list of a row begins. */
  startOf(row: number): number {
    return row === 0 ? 0 : this.#ends.at(row - 1);
  }

  endOf(row: number): number {
    return this.#ends.at(row);
  }
}
