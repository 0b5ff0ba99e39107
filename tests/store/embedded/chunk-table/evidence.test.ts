import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherAround } from "../../../../src/store/embedded/chunk-table/evidence.ts";

const ARTICLE = { id: "a", title: null, publisher: null, publisherFolded: null, publishedAt: null };

/** By kind. */
const LISTENING = [0, 0.3, 1];

/** What the running sums stand for: each row's own value, and those of its article faded by half every 4 or 2 rows. */
function naive(values: readonly number[], lengths: readonly number[], listening: readonly number[]): number[] {
  let first = 0;
  return lengths.flatMap((length) => {
    const rows = values.slice(first, first + length);
    const gathered = rows.map((own, i) => {
      const around = rows.map((value, j) => (i === j ? 0 : value * 0.5 ** (Math.abs(i - j) / (j < i ? 4 : 2))));
      return own + (listening[first + i] ?? 0) * around.reduce((sum, value) => sum + value, 0);
    });
    first += length;
    return gathered;
  });
}

describe("evidence gathered around a passage", () => {
  it("agrees with the naive definition, and never crosses into another article", () => {
    const row = fc.tuple(fc.double({ min: 0, max: 2, noNaN: true }), fc.nat(2));
    fc.assert(
      fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 12 }), { maxLength: 5 }), (articles) => {
        const rows = articles.flat();
        let first = 0;
        const spans = articles.map(({ length }) => {
          first += length;
          return { article: ARTICLE, first: first - length, end: first };
        });
        const [values, kinds] = [rows.map(([value]) => value), rows.map(([, kind]) => kind)];
        const gathered = gatherAround(Float64Array.from(values), spans, Float64Array.from(kinds), LISTENING);
        const listening = kinds.map((kind) => LISTENING[kind] ?? 0);
        const lengths = articles.map(({ length }) => length);
        naive(values, lengths, listening).forEach((expected, i) => {
          expect(gathered[i]).toBeCloseTo(expected, 9);
        });
      }),
    );
  });
});
