import { readFileSync } from "node:fs";
import type { CodedVector } from "../vector-blob.ts";

/** So that a sum over 384 numbers (of at most 127 times this) stays within 32 bits. */
const QUERY_RANGE = 32_767;
/** Numbers that the scan takes at a time. */
const LANES = 16;
const PAGE_BYTES = 65_536;
const FIRST_ROWS = 1_024;
/** Growing copies everything, so it is rare, but doubling would waste 20 MB at 100,000 rows. */
const GROWTH = 1.5;

/** The first four are byte offsets. */
type Cosines = (
  codes: number,
  scales: number,
  query: number,
  cosines: number,
  count: number,
  width: number,
  queryScale: number,
) => void;

const MODULE = new WebAssembly.Module(readFileSync(new URL("./cosines.wasm", import.meta.url)));

/**
 * Unit vectors in 8 bits a number, in memory, to compare a query with all of them: 2 ms for 100,000 of 384 numbers, 20
 * times as fast as JavaScript. The cosines are off by some 0.0005.
 */
export class VectorCodes {
  readonly #dimensions: number;
  /** The dimensions, filled up with zeros to whole lanes. */
  readonly #width: number;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #cosines: Cosines;
  #capacity = FIRST_ROWS;
  #count = 0;
  /** What the cosines were last asked for, and of how many rows. */
  #asked: { readonly query: Float32Array; readonly count: number } | null = null;

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#width = Math.ceil(dimensions / LANES) * LANES;
    const { exports } = new WebAssembly.Instance(MODULE, { host: { memory: this.#memory } });
    this.#cosines = exports.cosines as Cosines;
    this.#reserve();
  }

  /** A vector of scale 0 is as near to every query as any other. */
  add({ scale, codes }: CodedVector): void {
    if (this.#count === this.#capacity) this.#grow();
    new Int8Array(this.#memory.buffer, this.#codesAt + this.#count * this.#width, this.#width).set(codes);
    new Float32Array(this.#memory.buffer, this.#scalesAt, this.#capacity)[this.#count] = scale;
    this.#count += 1;
  }

  /**
   * The cosine of each row with a unit vector, in the order in which they were added: good until the next call. Asked for the same vector
   * (the same object) again, as for the next page or in a second pass, it compares nothing anew.
   */
  cosines(query: Float32Array): Float32Array {
    if (this.#asked?.query !== query || this.#asked.count !== this.#count) this.#compare(query);
    this.#asked = { query, count: this.#count };
    return new Float32Array(this.#memory.buffer, this.#cosinesAt, this.#count);
  }

  #compare(query: Float32Array): void {
    const scale = largest(query) / QUERY_RANGE || 1;
    const numbers = new Int16Array(this.#memory.buffer, 0, this.#width);
    for (let i = 0; i < this.#dimensions; i++) numbers[i] = Math.round((query[i] ?? 0) / scale);
    const [codes, scales, cosines] = [this.#codesAt, this.#scalesAt, this.#cosinesAt];
    this.#cosines(codes, scales, 0, cosines, this.#count, this.#width, scale);
  }

  /** The query lies first; then the scales and the cosines, with room for as many rows as fit; then the codes. */
  get #scalesAt(): number {
    return this.#width * Int16Array.BYTES_PER_ELEMENT;
  }

  get #cosinesAt(): number {
    return this.#scalesAt + this.#capacity * Float32Array.BYTES_PER_ELEMENT;
  }

  get #codesAt(): number {
    return this.#cosinesAt + this.#capacity * Float32Array.BYTES_PER_ELEMENT;
  }

  /** Makes room for so many rows at once. */
  reserve(rows: number): void {
    if (rows > this.#capacity) this.#moveTo(rows);
  }

  #grow(): void {
    this.#moveTo(this.#capacity * GROWTH);
  }

  #moveTo(capacity: number): void {
    const before = this.#codesAt;
    this.#capacity = Math.ceil(capacity / LANES) * LANES;
    this.#reserve();
    const bytes = new Uint8Array(this.#memory.buffer);
    bytes.copyWithin(this.#codesAt, before, before + this.#count * this.#width);
  }

  /** Room for `#capacity` rows. */
  #reserve(): void {
    const bytes = this.#codesAt + this.#capacity * this.#width;
    const missing = bytes - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
  }
}

const largest = (numbers: Float32Array): number => numbers.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
