/** A vector in 8 bits a number: `codes[i] * scale` is about the number at i. */
export interface CodedVector {
  readonly scale: number;
  readonly codes: Int8Array;
}

export function encodeVector(vector: Float32Array): CodedVector {
  const scale = vector.reduce((most, number) => Math.max(most, Math.abs(number)), 0) / CODE_RANGE || 1;
  return { scale, codes: Int8Array.from(vector, (number) => Math.round(number / scale)) };
}

/** The vector that codes stand for: a cosine with it is off by some 0.0005. */
export const decodeVector = ({ scale, codes }: CodedVector): Float32Array =>
  Float32Array.from(codes, (code) => code * scale);

/** The same as float32 numbers in the machine's byte order, into bytes that are there. */
export function decodeInto({ scale, codes }: CodedVector, target: Uint8Array): void {
  const isAligned = target.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0;
  const numbers = isAligned
    ? new Float32Array(target.buffer, target.byteOffset, codes.length)
    : new Float32Array(codes.length);
  for (let i = 0; i < codes.length; i++) numbers[i] = (codes[i] as number) * scale;
  if (!isAligned) target.set(new Uint8Array(numbers.buffer));
}

/** The scale, and behind it the codes: a vector as SQLite keeps it. */
export function writeCodes(vector: Float32Array): Uint8Array {
  const { scale, codes } = encodeVector(vector);
  const blob = new Uint8Array(SCALE_BYTES + codes.length);
  new DataView(blob.buffer).setFloat32(0, scale, true);
  new Int8Array(blob.buffer, SCALE_BYTES).set(codes);
  return blob;
}

/** Shares the blob's memory. */
export const readCodes = ({ buffer, byteOffset, byteLength }: Uint8Array): CodedVector => ({
  scale: new DataView(buffer, byteOffset).getFloat32(0, true),
  codes: new Int8Array(buffer, byteOffset + SCALE_BYTES, byteLength - SCALE_BYTES),
});

const SCALE_BYTES = Float32Array.BYTES_PER_ELEMENT;

/** An 8-bit code is from -127 to 127. */
const CODE_RANGE = 127;

/**
 * A vector of float32 numbers in the machine's byte order (little-endian on every platform Node runs on), as it stands in the files of
 * hnswlib, and in SQLite up to schema 7.
 * Shares the blob's memory where it is aligned, as it nearly always is.
 */
export function readVector(blob: Uint8Array): Float32Array {
  const aligned = blob.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0 ? blob : blob.slice();
  return new Float32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / Float32Array.BYTES_PER_ELEMENT);
}
