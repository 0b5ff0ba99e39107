import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextVectors, type EmbeddedChunk } from "../../src/indexing/context-vectors.ts";
import { dotProduct } from "../../src/model/dot-product.ts";
import { unitVector } from "../store/article-fixture.ts";

const chunkIn = (paragraph: number, vector: Float32Array, isTurn = false): EmbeddedChunk => ({
  chunk: {
    ...{ id: `${paragraph}`, articleId: "a", kind: "PARAGRAPH", quoteIds: [], spans: [] },
    ...{ text: "", paragraph },
  },
  vector,
  isTurn,
});

const along = (axis: number): Float32Array => Float32Array.from({ length: 4 }, (_, i) => (i === axis ? 1 : 0));

describe("the vector of a passage in its context", () => {
  it("leans to its paragraph, to the one before and to the title, and most to its own words", () => {
    const chunks = [chunkIn(0, along(0)), chunkIn(1, along(1)), chunkIn(3, along(2))];
    const [, second, far] = contextVectors(chunks, along(3));
    const parts = [...(second ?? [])];
    expect(parts[1]).toBeGreaterThan(parts[0] ?? 1);
    expect(parts[0]).toBeGreaterThan(0);
    expect(parts[3]).toBeCloseTo(parts[0] ?? 0, 6);
    expect(parts[2]).toBe(0);
    // Nothing stands in the paragraph before the last one.
    expect(far?.[1]).toBe(0);
  });

  it("is its own where there is no context, and for a turn of a transcript whatever stands around", () => {
    expect(contextVectors([chunkIn(0, along(0))], null)[0]).toEqual(along(0));
    const turns = [chunkIn(0, along(0), true), chunkIn(1, along(1), true)];
    expect(contextVectors(turns, along(3))).toEqual([along(0), along(1)]);
  });

  it("is of unit length, and never turned away from its own words", () => {
    const seeds = fc.array(fc.tuple(fc.nat(3), fc.nat(500)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(seeds, fc.nat(500), (sketch, title) => {
        const chunks = [...sketch].sort(([a], [b]) => a - b).map(([place, seed]) => chunkIn(place, unitVector(seed)));
        contextVectors(chunks, unitVector(title)).forEach((vector, i) => {
          expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
          expect(dotProduct(vector, chunks[i]?.vector ?? vector)).toBeGreaterThan(0);
        });
      }),
    );
  });
});
