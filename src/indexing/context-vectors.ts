import type { Chunk } from "../model/chunk.ts";

/**
 * What counts beside a passage's own meaning, which counts 1: that of its paragraph, of the paragraph before and of the title.
 * Searched by this one vector news ranks as well as by the model's vectors of longer texts beside the passage's own, which
 * would double the model's work (docs/search.md).
 */
const PARAGRAPH_WEIGHT = 0.3;
const PRECEDING_WEIGHT = 0.3;
const TITLE_WEIGHT = 0.3;

/** A chunk with the unit vector of its own words. */
export interface EmbeddedChunk {
  readonly chunk: Chunk;
  readonly vector: Float32Array;
  /** Whether it is a turn of a transcript. */
  readonly isTurn: boolean;
}

/**
 * For each chunk of an article a unit vector of its meaning in its context. Turns of a transcript keep their own: search gathers
 * the exchange around them.
 * @param chunks In reading order.
 * @param title The title's unit vector; null where there is none.
 */
export function contextVectors(chunks: readonly EmbeddedChunk[], title: Float32Array | null): readonly Float32Array[] {
  const paragraphs = paragraphVectors(chunks);
  return chunks.map(({ chunk, vector, isTurn }) => {
    if (isTurn) return vector;
    return unit(
      sum([
        [vector, 1],
        [paragraphs.get(chunk.paragraph), PARAGRAPH_WEIGHT],
        [paragraphs.get(chunk.paragraph - 1), PRECEDING_WEIGHT],
        [title, TITLE_WEIGHT],
      ]),
    );
  });
}

/** The direction of all that stands in a paragraph, of those that count for a chunk: of a transcript's turns none does. */
function paragraphVectors(chunks: readonly EmbeddedChunk[]): ReadonlyMap<number, Float32Array> {
  const paragraphs = chunks.flatMap(({ chunk, isTurn }) => (isTurn ? [] : [chunk.paragraph - 1, chunk.paragraph]));
  const wanted = new Set(paragraphs);
  const sums = new Map<number, Float32Array>();
  for (const { chunk, vector } of chunks) {
    if (!wanted.has(chunk.paragraph)) continue;
    const before = sums.get(chunk.paragraph);
    sums.set(
      chunk.paragraph,
      before
        ? sum([
            [before, 1],
            [vector, 1],
          ])
        : vector,
    );
  }
  return new Map([...sums].map(([paragraph, total]) => [paragraph, unit(total)]));
}

type Weighted = readonly [vector: Float32Array | null | undefined, weight: number];

function sum(parts: readonly Weighted[]): Float32Array {
  const given = parts.flatMap(([vector, weight]) => (vector ? [{ vector, weight }] : []));
  const total = new Float32Array(given[0]?.vector.length ?? 0);
  for (const { vector, weight } of given) {
    for (let i = 0; i < total.length; i++) total[i] = (total[i] as number) + weight * (vector[i] as number);
  }
  return total;
}

/** Vectors that cancel each other out stay as they are. */
function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((number) => number / length);
}
