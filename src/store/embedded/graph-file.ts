import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { decodeInto, readCodes, readVector, writeCodes } from "./vector-blob.ts";

/** What hnswlib 0.8 writes first (saveIndex in its hnswalg.h), and where in it the numbers are that divide what follows. */
const HEADER_BYTES = 96;
const COUNT_AT = 16;
const POINT_BYTES_AT = 24;
const LABEL_AT = 32;
const VECTOR_AT = 40;

/** Half of the links of a point are seldom used, so that even the fastest level takes away a third. */
const GZIP_LEVEL = 1;
const POINTS_AT_ONCE = 256;
const NUMBER_BYTES = Float32Array.BYTES_PER_ELEMENT;

/** Of what is told of a graph, in bytes: some identifiers and numbers. */
const MOST_TOLD = 10_000;
const LENGTH_BYTES = 4;

/** A point is its links, its vector and its label. All in bytes. */
interface PointLayout {
  readonly links: number;
  readonly vector: number;
  readonly label: number;
}

/**
 * Makes of a graph as hnswlib writes it a file a third as large: vectors in 8 bits a number, all of it compressed.
 * The vectors of a graph are decoded ones (`vector-blob.ts`), so that no more is lost than a rounding.
 * @param told What is to be known of the graph: it lies in the same file, so that one is never without the other.
 */
export async function packGraph(source: string, target: string, told: string): Promise<void> {
  const points = convertPoints(new ByteReader(createReadStream(source)), ({ vector }) => ({
    bytes: vector,
    newBytes: codesBytes(vector),
    convert: (point, codes) => codes.set(writeCodes(readVector(point))),
  }));
  const parts = async function* () {
    yield withLength(told);
    yield* points;
  };
  await pipeline(Readable.from(parts()), createGzip({ level: GZIP_LEVEL }), createWriteStream(target));
}

/** Makes of a packed graph the file that hnswlib reads, and gives what is told of it; throws where it is damaged, which the checksum of gzip tells. */
export async function unpackGraph(source: string, target: string): Promise<string> {
  let told = "";
  await pipeline(
    createReadStream(source),
    createGunzip(),
    async function* (unzipped: AsyncIterable<Buffer>) {
      const reader = new ByteReader(unzipped);
      told = await readTold(reader);
      yield* convertPoints(reader, ({ vector }) => ({
        bytes: codesBytes(vector),
        newBytes: vector,
        convert: (codes, point) => decodeInto(readCodes(codes), point),
      }));
    },
    createWriteStream(target),
  );
  return told;
}

function withLength(told: string): Buffer {
  const bytes = Buffer.from(told);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

async function readTold(reader: ByteReader): Promise<string> {
  const length = (await reader.take(LENGTH_BYTES)).readUInt32LE();
  if (length > MOST_TOLD) throw new Error("This is no vector graph.");
  return (await reader.take(length)).toString();
}

/** How many bytes the vector of a point has in a file that is read and in one that is written, and how the one becomes the other. */
type VectorConversion = (layout: PointLayout) => {
  readonly bytes: number;
  readonly newBytes: number;
  /** Writes into `target`: an array for each of 100,000 vectors would leave the process 50 MB larger. */
  readonly convert: (source: Uint8Array, target: Uint8Array) => void;
};

/** A scale, and a byte a number. */
const codesBytes = (vectorBytes: number): number => NUMBER_BYTES + vectorBytes / NUMBER_BYTES;

async function* convertPoints(reader: ByteReader, conversion: VectorConversion): AsyncGenerator<Uint8Array> {
  const header = await reader.take(HEADER_BYTES);
  yield header;
  const { count, ...layout } = readHeader(header);
  const change = conversion(layout);
  const pointBytes = layout.links + change.bytes + layout.label;
  for (let left = count; left > 0; left -= POINTS_AT_ONCE) {
    const points = Math.min(left, POINTS_AT_ONCE);
    yield convertSome(await reader.take(points * pointBytes), points, layout, change);
  }
  yield* reader.rest();
}

function convertSome(
  source: Uint8Array,
  points: number,
  { links, label }: PointLayout,
  { bytes, newBytes, convert }: ReturnType<VectorConversion>,
): Uint8Array {
  const target = new Uint8Array(points * (links + newBytes + label));
  let to = 0;
  const copy = (from: number, length: number) => {
    target.set(source.subarray(from, from + length), to);
    to += length;
  };
  for (let at = 0; at < source.length; at += label) {
    copy(at, links);
    at += links;
    convert(source.subarray(at, at + bytes), target.subarray(to, to + newBytes));
    at += bytes;
    to += newBytes;
    copy(at, label);
  }
  return target;
}

function readHeader(header: Buffer): PointLayout & { readonly count: number } {
  const numberAt = (at: number) => Number(header.readBigUInt64LE(at));
  const [vectorAt, labelAt] = [numberAt(VECTOR_AT), numberAt(LABEL_AT)];
  const layout = { links: vectorAt, vector: labelAt - vectorAt, label: numberAt(POINT_BYTES_AT) - labelAt };
  const isPlain =
    layout.vector > 0 && layout.vector % NUMBER_BYTES === 0 && layout.label === BigInt64Array.BYTES_PER_ELEMENT;
  if (!isPlain) throw new Error("This is no vector graph of the layout that is known.");
  return { ...layout, count: numberAt(COUNT_AT) };
}

/** Takes so many bytes at a time from a stream. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** @throws Error where the stream ends before. */
  async take(bytes: number): Promise<Buffer> {
    const parts = [this.#held];
    let length = this.#held.length;
    while (length < bytes) {
      const { done, value } = await this.#chunks.next();
      if (done) throw new Error("The vector graph is cut short.");
      parts.push(value);
      length += value.length;
    }
    const all = Buffer.concat(parts);
    this.#held = all.subarray(bytes);
    return all.subarray(0, bytes);
  }

  async *rest(): AsyncGenerator<Buffer> {
    yield this.#held;
    for (let next = await this.#chunks.next(); !next.done; next = await this.#chunks.next()) yield next.value;
  }
}
