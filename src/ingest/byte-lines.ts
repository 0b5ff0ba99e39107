const LINE_FEED = 0x0a;

export interface ByteLine {
  /** From 1. */
  readonly number: number;
  /** Without the line feed; null when the line is longer than the limit. */
  readonly bytes: Uint8Array | null;
}

/** The lines of a stream, one at a time; of a line over the limit nothing is kept. The last may lack its line feed. */
export async function* byteLines(stream: AsyncIterable<Uint8Array>, maxLineBytes: number): AsyncGenerator<ByteLine> {
  let line = new GrowingLine(1, maxLineBytes);
  for await (const piece of stream) {
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, start)) {
      line.add(piece.subarray(start, end));
      yield line.whole();
      line = new GrowingLine(line.number + 1, maxLineBytes);
      start = end + 1;
    }
    line.add(piece.subarray(start));
  }
  if (line.length > 0) yield line.whole();
}

class GrowingLine {
  readonly number: number;
  length = 0;
  readonly #maxBytes: number;
  #pieces: Uint8Array[] = [];

  constructor(number: number, maxBytes: number) {
    this.number = number;
    this.#maxBytes = maxBytes;
  }

  add(piece: Uint8Array): void {
    this.length += piece.length;
    if (this.length > this.#maxBytes) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  whole(): ByteLine {
    const bytes = this.length > this.#maxBytes ? null : Buffer.concat(this.#pieces, this.length);
    return { number: this.number, bytes };
  }
}
