/** The arrays that a column can be kept in: what is narrower is read faster. */
export type Numbers = Uint8Array | Int32Array | Float64Array;
export interface NumbersType<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): T;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): T;
}

/** Sections begin at multiples of so many bytes, so that numbers of any width can be read where they lie. */
const ALIGNMENT = 8;

/** Takes in what a table holds as one section after the other, to be read again in the same order. */
export class SectionWriter {
  readonly #sections: Uint8Array[] = [];

  /** Copies the numbers: the table may go on to change. */
  numbers({ buffer, byteOffset, byteLength }: Numbers): void {
    this.#sections.push(new Uint8Array(buffer, byteOffset, byteLength).slice());
  }

  json(value: unknown): void {
    this.#sections.push(Buffer.from(JSON.stringify(value)));
  }

  /** How many bytes each section has. */
  get sizes(): readonly number[] {
    return this.#sections.map(({ byteLength }) => byteLength);
  }

  /** All sections, each filled up to where the next begins. */
  get bytes(): Uint8Array {
    return Buffer.concat(this.#sections.flatMap((section) => [section, new Uint8Array(padding(section.byteLength))]));
  }
}

/** Reads sections in the order in which they were written. Numbers share the memory of the bytes. */
export class SectionReader {
  readonly #buffer: ArrayBuffer;
  readonly #sizes: readonly number[];
  #next = 0;
  #at: number;

  /** @param start Where in the buffer the first section begins. */
  constructor(buffer: ArrayBuffer, start: number, sizes: readonly number[]) {
    this.#buffer = buffer;
    this.#at = start;
    this.#sizes = sizes;
  }

  numbers<T extends Numbers>(type: NumbersType<T>): T {
    const { start, size } = this.#take();
    return new type(this.#buffer, start, size / type.BYTES_PER_ELEMENT);
  }

  /** The shape is the caller's word for what was written there. */
  json<T>(): T {
    const { start, size } = this.#take();
    return JSON.parse(Buffer.from(this.#buffer, start, size).toString()) as T;
  }

  #take(): { readonly start: number; readonly size: number } {
    const size = this.#sizes[this.#next++] as number;
    const start = this.#at;
    this.#at += size + padding(size);
    return { start, size };
  }
}

/** Bytes up to the next place where a section may begin. */
export const padding = (bytes: number): number => (ALIGNMENT - (bytes % ALIGNMENT)) % ALIGNMENT;
