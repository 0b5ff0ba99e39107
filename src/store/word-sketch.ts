/** Words in a row that are compared: three tell wordings apart and outlive a changed word elsewhere. */
const SHINGLE_WORDS = 3;
/** A text of fewer words ("Thank you very much, Mr Chair") is said by chance by many. */
const MIN_WORDS = 8;
/**
 * Smallest hashes of a text: as many of two texts' are equal as their shingles overlap (MinHash: Broder 1997, "On the
 * resemblance and containment of documents").
 */
export const HASHES = 8;
/** Equal hashes of two wordings of one quote: an overlap of three quarters, a word or two in thirty changed. */
const MIN_EQUAL = 6;
/** Hashes of a band. With two hashes unlike, two of the four bands are still whole, so three have to be looked up. */
const BAND = 2;
export const BANDS = 3;

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The smallest hashes of a text's shingles; null for a text of few words. */
export function sketchOf(words: readonly string[]): Int32Array | null {
  if (words.length < MIN_WORDS) return null;
  const smallest = new Int32Array(HASHES).fill(0x7fffffff);
  const hashes = Int32Array.from(words, hash);
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) {
    let shingle = 0;
    for (let word = i; word < i + SHINGLE_WORDS; word++) {
      shingle = Math.imul(shingle, FNV_PRIME) ^ (hashes[word] as number);
    }
    for (let j = 0; j < HASHES; j++) smallest[j] = Math.min(smallest[j] as number, rehash(shingle, j));
  }
  return smallest;
}

/** What two sketches of one wording have in common in at least one of BANDS bands. */
export const bandOf = (sketch: Int32Array, band: number): number =>
  rehash(sketch[band * BAND] as number, 0) ^ (sketch[band * BAND + 1] as number);

/** Whether the texts of two sketches are the same words but for a few. */
export const areAlike = (a: Int32Array, b: Int32Array): boolean =>
  a.reduce((sum, x, i) => sum + (x === b[i] ? 1 : 0), 0) >= MIN_EQUAL;

function hash(text: string): number {
  let value = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), FNV_PRIME);
  return value;
}

/** Another hash for each number: the finaliser of MurmurHash3 (Austin Appleby) on the shifted value. */
function rehash(value: number, number: number): number {
  let mixed = value + Math.imul(number + 1, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
