import { areAlike, BANDS, bandOf, sketchOf } from "../../word-sketch.ts";
import { NumberColumn } from "./number-column.ts";

/** Which texts are the same words but for a few, and so one quote printed more than once. Texts are numbered from 0. */
export class WordingGroups {
  /** Of each text the number of the first text of its group. */
  readonly #groups = new NumberColumn(Int32Array);
  /** Of each text, 1 where it is the first of several. */
  readonly #leadsSeveral = new NumberColumn(Uint8Array);
  readonly #sketches: (Int32Array | null)[] = [];
  readonly #firstWithBand = Array.from({ length: BANDS }, () => new Map<number, number>());

  /** Takes in the words of the next text: into the group of the first that it is like, else into one of its own. */
  add(words: readonly string[]): void {
    const number = this.#sketches.length;
    const sketch = sketchOf(words);
    const like = sketch === null ? undefined : this.#findLike(sketch);
    const group = like === undefined ? number : this.#groups.at(like);
    this.#groups.push(group);
    this.#leadsSeveral.push(0);
    if (group !== number) this.#leadsSeveral.set(group, 1);
    this.#sketches.push(like === undefined ? sketch : null);
    if (sketch !== null && like === undefined) this.#enter(sketch, number);
  }

  /** The number of the first text of its group; null where it is the only one so far. */
  sharedBy(text: number): number | null {
    const group = this.#groups.at(text);
    return this.#leadsSeveral.at(group) === 1 ? group : null;
  }

  #findLike(sketch: Int32Array): number | undefined {
    for (const [band, firsts] of this.#firstWithBand.entries()) {
      const first = firsts.get(bandOf(sketch, band));
      const other = first === undefined ? null : (this.#sketches[first] ?? null);
      if (other !== null && areAlike(sketch, other)) return first;
    }
    return undefined;
  }

  #enter(sketch: Int32Array, number: number): void {
    for (const [band, firsts] of this.#firstWithBand.entries()) {
      const key = bandOf(sketch, band);
      if (!firsts.has(key)) firsts.set(key, number);
    }
  }
}
