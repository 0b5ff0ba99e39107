/** A vector as SQLite keeps it: float32 in the machine's byte order (little-endian on every platform Node runs on). */
export const writeVector = (vector: Float32Array): Uint8Array =>
  new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);

/** The same in 8 bits a number, behind the scale that they were divided by: what the table of all chunks holds is no finer. */
export function writeCodes(vector: Float32Array): Uint8Array {
  const scale = vector.reduce((most, number) => Math.max(most, Math.abs(number)), 0) / CODE_RANGE || 1;
  const blob = new Uint8Array(Float32Array.BYTES_PER_ELEMENT + vector.length);
  new DataView(blob.buffer).setFloat32(0, scale, true);
  new Int8Array(blob.buffer, Float32Array.BYTES_PER_ELEMENT).set(vector.map((number) => Math.round(number / scale)));
  return blob;
}

export function readCodes(blob: Uint8Array): Float32Array {
  const scale = new DataView(blob.buffer, blob.byteOffset).getFloat32(0, true);
  const codes = new Int8Array(
    blob.buffer,
    blob.byteOffset + Float32Array.BYTES_PER_ELEMENT,
    blob.byteLength - Float32Array.BYTES_PER_ELEMENT,
  );
  return Float32Array.from(codes, (code) => code * scale);
}

/** An 8-bit code is from -127 to 127. */
const CODE_RANGE = 127;

/** Shares the blob's memory where it is aligned, as it nearly always is. */
export function readVector(blob: Uint8Array): Float32Array {
  const aligned = blob.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0 ? blob : blob.slice();
  return new Float32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / Float32Array.BYTES_PER_ELEMENT);
}
