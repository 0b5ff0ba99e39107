import { NumberColumn } from "./number-column.ts";
import type { SectionReader, SectionWriter } from "./table-sections.ts";

/** Stands in a column of numbers for "none". */
export const NONE = -1;

/** A list of names, few of them different, each kept as a number. */
export class NameColumn {
  readonly #numbers = new NumberColumn(Int32Array);
  readonly #names: string[] = [];
  readonly #numberOf = new Map<string, number>();

  /** @param name Null for none. */
  push(name: string | null): void {
    this.#numbers.push(name === null ? NONE : this.#toNumber(name));
  }

  /** For each row the number of its name, or NONE. */
  get numbers(): Int32Array {
    return this.#numbers.values;
  }

  nameOf(number: number): string {
    return this.#names[number] as string;
  }

  write(to: SectionWriter): void {
    this.#numbers.write(to);
    to.json(this.#names);
  }

  /** Takes in what `write` gave; there is nothing yet. */
  read(from: SectionReader): void {
    this.#numbers.read(from);
    for (const name of from.json<readonly string[]>()) this.#toNumber(name);
  }

  #toNumber(name: string): number {
    const known = this.#numberOf.get(name);
    if (known !== undefined) return known;
    const number = this.#names.push(name) - 1;
    this.#numberOf.set(name, number);
    return number;
  }
}
