import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Surroundings } from "../../../../src/store/embedded/chunk-table/evidence.ts";

/** What the running sums stand for: the others' values, halved for every 4 passages before and every 2 behind. */
function naive(values: readonly number[]): number[] {
  return values.map((_, i) =>
    values.reduce((sum, value, j) => (i === j ? sum : sum + value * 0.5 ** (Math.abs(i - j) / (j < i ? 4 : 2))), 0),
  );
}

describe("what stands around a passage", () => {
  it("agrees with the naive definition, article after article", () => {
    const value = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 12 }), { maxLength: 5 }), (articles) => {
        const surroundings = new Surroundings();
        for (const values of articles) {
          surroundings.open(values.length).set(values);
          surroundings.gather();
          naive(values).forEach((expected, i) => {
            expect(surroundings.own(i)).toBe(values[i]);
            expect(surroundings.around(i)).toBeCloseTo(expected, 9);
          });
        }
      }),
    );
  });
});
