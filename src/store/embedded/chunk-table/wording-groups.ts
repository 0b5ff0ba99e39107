import { areAlike, BANDS, bandOf, HASHES, sketchOf } from "../../word-sketch.ts";
import { NumberColumn } from "./number-column.ts";
import { NumberMap } from "./number-map.ts";
import type { SectionReader, SectionWriter } from "./table-sections.ts";

/** Which texts are the same words but for a few, and so one quote printed more than once. Texts are numbered from 0. */
export class WordingGroups {
  /** Of each text the number of the first text of its group. */
  readonly #groups = new NumberColumn(Int32Array);
  /** Of each text, 1 where it is the first of several. */
  readonly #leadsSeveral = new NumberColumn(Uint8Array);
  /** One after the other, those of the first texts of their groups alone: an array for each would take five times as much. */
  readonly #sketches = new NumberColumn(Int32Array);
  /** For each band the place in `#sketches` of the first text that has it. */
  readonly #sketchWithBand = Array.from({ length: BANDS }, () => new NumberMap());
  /** For each place in `#sketches` whose it is. */
  readonly #textOfSketch = new NumberColumn(Int32Array);

  /** Takes in the words of the next text: into the group of the first that it is like, else into one of its own. */
  add(words: readonly string[]): void {
    const number = this.#leadsSeveral.push(0) - 1;
    const sketch = sketchOf(words);
    const like = sketch === null ? undefined : this.#findLike(sketch);
    const group = like === undefined ? number : this.#groups.at(like);
    this.#groups.push(group);
    if (group !== number) this.#leadsSeveral.set(group, 1);
    if (sketch !== null && like === undefined) this.#enter(sketch, number);
  }

  /** The number of the first text of its group; null where it is the only one so far. */
  sharedBy(text: number): number | null {
    const group = this.#groups.at(text);
    return this.#leadsSeveral.at(group) === 1 ? group : null;
  }

  write(to: SectionWriter): void {
    for (const column of this.#columns) column.write(to);
  }

  /** Takes in what `write` gave; there is nothing yet. */
  read(from: SectionReader): void {
    for (const column of this.#columns) column.read(from);
    const count = this.#textOfSketch.values.length;
    for (let place = 0; place < count; place++) this.#enterBands(this.#sketchAt(place), place);
  }

  get #columns(): readonly NumberColumn<Int32Array | Uint8Array>[] {
    return [this.#groups, this.#leadsSeveral, this.#sketches, this.#textOfSketch];
  }

  #findLike(sketch: Int32Array): number | undefined {
    for (const [band, places] of this.#sketchWithBand.entries()) {
      const place = places.get(bandOf(sketch, band));
      if (place !== undefined && areAlike(sketch, this.#sketchAt(place))) return this.#textOfSketch.at(place);
    }
    return undefined;
  }

  #sketchAt(place: number): Int32Array {
    return this.#sketches.values.subarray(place * HASHES, (place + 1) * HASHES);
  }

  #enter(sketch: Int32Array, text: number): void {
    const place = this.#textOfSketch.push(text) - 1;
    for (const hash of sketch) this.#sketches.push(hash);
    this.#enterBands(sketch, place);
  }

  #enterBands(sketch: Int32Array, place: number): void {
    for (const [band, places] of this.#sketchWithBand.entries()) {
      const key = bandOf(sketch, band);
      if (places.get(key) === undefined) places.set(key, place);
    }
  }
}
