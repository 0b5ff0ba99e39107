import { NumberColumn } from "./number-column.ts";
import type { SectionReader, SectionWriter } from "./table-sections.ts";

/** Numbers in the first block of a list; each block holds twice as many as the one before, up to the largest. */
const FIRST_BLOCK = 4;
const LARGEST_BLOCK = 1_024;
const PAGE_BITS = 16;
const PAGE_MASK = (1 << PAGE_BITS) - 1;

/**
 * Lists of 32-bit numbers that grow at their ends, many of them short, in few large arrays: an array for each list would take more than
 * what stands in it. A list is a chain of blocks; behind its numbers a block has the address of the next one. Lists and addresses are
 * numbered from 0.
 */
export class NumberLists {
  readonly #pages: Int32Array[] = [];
  /** The first address that no block has. */
  #free = 0;
  /** For each list: how many numbers it has, its first block, where the next number goes, and how many more fit there. */
  readonly #counts = new NumberColumn(Int32Array);
  readonly #heads = new NumberColumn(Int32Array);
  readonly #ends = new NumberColumn(Int32Array);
  readonly #room = new NumberColumn(Int32Array);

  /** Gives the number of a new, empty list. */
  open(): number {
    const block = this.#reserve(FIRST_BLOCK);
    this.#heads.push(block);
    this.#ends.push(block);
    this.#room.push(FIRST_BLOCK);
    return this.#counts.push(0) - 1;
  }

  push(list: number, number: number): void {
    const count = this.#counts.at(list);
    if (this.#room.at(list) === 0) this.#extend(list, count);
    const end = this.#ends.at(list);
    this.#write(end, number);
    this.#ends.set(list, end + 1);
    this.#room.set(list, this.#room.at(list) - 1);
    this.#counts.set(list, count + 1);
  }

  /** Tells of the numbers of a list in their order. */
  forEach(list: number, tell: (number: number) => void): void {
    let left = this.#counts.at(list);
    let block = this.#heads.at(list);
    for (let size = FIRST_BLOCK; left > 0; size = nextSize(size)) {
      const page = this.#pages[block >>> PAGE_BITS] as Int32Array;
      const first = block & PAGE_MASK;
      const end = first + Math.min(left, size);
      for (let i = first; i < end; i++) tell(page[i] as number);
      left -= size;
      block = page[first + size] as number;
    }
  }

  write(to: SectionWriter): void {
    to.json({ free: this.#free, pages: this.#pages.length });
    for (const page of this.#pages) to.numbers(page);
    for (const column of this.#columns) column.write(to);
  }

  /** Takes in what `write` gave; there is nothing yet. */
  read(from: SectionReader): void {
    const { free, pages } = from.json<{ readonly free: number; readonly pages: number }>();
    this.#free = free;
    for (let i = 0; i < pages; i++) this.#pages.push(from.numbers(Int32Array));
    for (const column of this.#columns) column.read(from);
  }

  get #columns(): readonly NumberColumn<Int32Array>[] {
    return [this.#counts, this.#heads, this.#ends, this.#room];
  }

  /** The last block is full: its end is where it says which block comes next. */
  #extend(list: number, count: number): void {
    const size = sizeBehind(count);
    const block = this.#reserve(size);
    this.#write(this.#ends.at(list), block);
    this.#ends.set(list, block);
    this.#room.set(list, size);
  }

  /** A block and its link lie in one page. */
  #reserve(size: number): number {
    const rest = PAGE_MASK + 1 - (this.#free & PAGE_MASK);
    if (rest <= size) this.#free += rest;
    const block = this.#free;
    if (this.#pages.length <= block >>> PAGE_BITS) this.#pages.push(new Int32Array(PAGE_MASK + 1));
    this.#free += size + 1;
    return block;
  }

  #write(address: number, number: number): void {
    (this.#pages[address >>> PAGE_BITS] as Int32Array)[address & PAGE_MASK] = number;
  }
}

const nextSize = (size: number): number => Math.min(2 * size, LARGEST_BLOCK);

/** The size of the block that follows when all before it hold so many numbers. */
function sizeBehind(count: number): number {
  let size = FIRST_BLOCK;
  for (let held = FIRST_BLOCK; held <= count && size < LARGEST_BLOCK; held += size) size = nextSize(size);
  return size;
}
