import { wordStem } from "../../word-stem.ts";
import { NumberColumn } from "./number-column.ts";
import { NumberLists } from "./number-lists.ts";
import type { SectionReader, SectionWriter } from "./table-sections.ts";

/** A place and a count share a number: the count in the low bits, no higher than this. */
const COUNT_BITS = 6;
const MAX_COUNT = (1 << COUNT_BITS) - 1;

/** From this length on V8 keeps a part of a text as a reference to the whole text, which would stay in memory for one word. */
const KEPT_AS_REFERENCE = 13;

/** Which of some texts hold a word, by stem, and how often. Texts are numbered from 0 in the order they come in. */
export class WordPostings {
  readonly #postings = new NumberLists();
  /** The list of each stem, and of each word that has it: stemming takes longer than all else, and a word comes some hundred times. */
  readonly #listOf = new Map<string, number>();
  readonly #listOfWord = new Map<string, number>();
  /** For each list, how often its words stand in the text that is taken in; 0 between texts. */
  readonly #counts = new NumberColumn(Int32Array);
  readonly #lengths = new NumberColumn(Int32Array);
  #wordCount = 0;
  #textCount = 0;

  /** Takes in the words of the next text, folded. */
  add(words: readonly string[]): void {
    const held: number[] = [];
    for (const word of words) {
      const list = this.#listOfWord.get(word) ?? this.#enter(word);
      const count = this.#counts.at(list);
      if (count === 0) held.push(list);
      this.#counts.set(list, count + 1);
    }
    const place = this.#lengths.push(words.length) - 1;
    this.#wordCount += words.length;
    this.#textCount += 1;
    for (const list of held) {
      this.#postings.push(list, (place << COUNT_BITS) | Math.min(this.#counts.at(list), MAX_COUNT));
      this.#counts.set(list, 0);
    }
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
    const list = this.#listOf.get(stem);
    if (list === undefined) return;
    this.#postings.forEach(list, (posting) => tell(posting >> COUNT_BITS, posting & MAX_COUNT));
  }

  write(to: SectionWriter): void {
    to.json({ wordCount: this.#wordCount, textCount: this.#textCount });
    // Lists are numbered as they come.
    to.json([...this.#listOf.keys()]);
    to.json([...this.#listOfWord.keys()]);
    to.numbers(Int32Array.from(this.#listOfWord.values()));
    this.#lengths.write(to);
    this.#postings.write(to);
  }

  /** Takes in what `write` gave; there is nothing yet. */
  read(from: SectionReader): void {
    const { wordCount, textCount } = from.json<{ readonly wordCount: number; readonly textCount: number }>();
    this.#wordCount = wordCount;
    this.#textCount = textCount;
    for (const stem of from.json<readonly string[]>()) this.#listOf.set(stem, this.#counts.push(0) - 1);
    const words = from.json<readonly string[]>();
    const lists = from.numbers(Int32Array);
    words.forEach((word, i) => {
      this.#listOfWord.set(word, lists[i] as number);
    });
    this.#lengths.read(from);
    this.#postings.read(from);
  }

  /** Gives the list of a word that is new. */
  #enter(word: string): number {
    const own = word.length < KEPT_AS_REFERENCE ? word : copied(word);
    const stem = wordStem(own);
    const list = this.#listOf.get(stem) ?? this.#open(stem);
    this.#listOfWord.set(own, list);
    return list;
  }

  #open(stem: string): number {
    const list = this.#postings.open();
    this.#listOf.set(stem, list);
    this.#counts.push(0);
    return list;
  }
}

const copied = (word: string): string => Buffer.from(word, "utf16le").toString("utf16le");
