import { wordStem } from "../../word-stem.ts";
import { NumberColumn } from "./number-column.ts";

/** A place and a count share a number: the count in the low bits, no higher than this. */
const COUNT_BITS = 6;
const MAX_COUNT = (1 << COUNT_BITS) - 1;

const EMPTY: readonly number[] = [];

/** Which of some texts hold a word, by stem, and how often. Texts are numbered from 0 in the order they come in. */
export class WordPostings {
  readonly #postings = new Map<string, number[]>();
  /** Stemming takes longer than all else, and a word comes some hundred times. */
  readonly #stems = new Map<string, string>();
  readonly #lengths = new NumberColumn(Int32Array);
  #wordCount = 0;
  #textCount = 0;

  /** Takes in the words of the next text, folded. */
  add(words: readonly string[]): void {
    const counts = new Map<string, number>();
    for (const word of words) {
      const stem = this.#stemOf(word);
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
    const place = this.#lengths.push(words.length) - 1;
    this.#wordCount += words.length;
    this.#textCount += 1;
    for (const [stem, count] of counts) this.#post(stem, (place << COUNT_BITS) | Math.min(count, MAX_COUNT));
  }

  /** Of each text, in words. */
  get lengths(): Int32Array {
    return this.#lengths.values;
  }

  /** A removed text counts for nothing on average; its postings stay. */
  remove(text: number): void {
    this.#wordCount -= this.#lengths.at(text);
    this.#textCount -= 1;
  }

  /** Words of a text on average; 1 where there are none. */
  get meanLength(): number {
    return this.#wordCount / this.#textCount || 1;
  }

  /** Tells of each text that holds the word (a stem), in their order, and how often; 63 stands for more. */
  forEach(stem: string, tell: (text: number, count: number) => void): void {
    for (const posting of this.#postings.get(stem) ?? EMPTY) tell(posting >> COUNT_BITS, posting & MAX_COUNT);
  }

  #post(stem: string, posting: number): void {
    const postings = this.#postings.get(stem);
    if (postings) postings.push(posting);
    else this.#postings.set(stem, [posting]);
  }

  #stemOf(word: string): string {
    const known = this.#stems.get(word);
    if (known !== undefined) return known;
    const stem = wordStem(word);
    this.#stems.set(word, stem);
    return stem;
  }
}
