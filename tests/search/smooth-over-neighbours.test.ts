import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Chunk } from "../../src/model/chunk.ts";
import { smoothOverNeighbours } from "../../src/search/smooth-over-neighbours.ts";

const at = (articleId: string, paragraph: number): Chunk => ({
  ...{ id: `${articleId}-${paragraph}`, articleId, paragraph },
  ...{ kind: "PARAGRAPH", quoteId: null, spans: [], text: "", context: "" },
});

/** The definition, by looking at every pair. */
function naive(chunks: readonly Chunk[], scores: readonly number[]): readonly number[] {
  const weights = [1, 0.6, 0.3];
  const lowest = Math.min(...scores);
  return chunks.map((chunk, i) => {
    let sum = scores[i] ?? 0;
    for (const offset of [-2, -1, 1, 2]) {
      const there = scores.filter(
        (_, j) => chunks[j]?.articleId === chunk.articleId && chunks[j]?.paragraph === chunk.paragraph + offset,
      );
      sum += (weights[Math.abs(offset)] ?? 0) * (there.length > 0 ? Math.max(...there) : lowest);
    }
    return sum / (1 + 2 * 0.6 + 2 * 0.3);
  });
}

describe("scores smoothed over neighbours", () => {
  it("lifts a passage between good ones above a better one that stands alone", () => {
    const chunks = [at("a", 0), at("a", 1), at("a", 2), at("b", 7)];
    const [, between, , alone] = smoothOverNeighbours(chunks, [0.6, 0.4, 0.6, 0.5]);
    expect(between).toBeGreaterThan(alone ?? 0);
  });

  it("does not look into another article", () => {
    const [first] = smoothOverNeighbours([at("a", 0), at("b", 1)], [0.2, 0.9]);
    expect(first).toBeCloseTo(0.2, 9);
  });

  it("agrees with the naive definition", () => {
    const candidate = fc.tuple(fc.constantFrom("a", "b"), fc.nat(8), fc.double({ min: -1, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 30 }), (rows) => {
        const chunks = rows.map(([article, paragraph]) => at(article, paragraph));
        const scores = rows.map(([, , score]) => score);
        const smoothed = smoothOverNeighbours(chunks, scores);
        naive(chunks, scores).forEach((expected, i) => {
          expect(smoothed[i]).toBeCloseTo(expected, 9);
        });
      }),
    );
  });
});
