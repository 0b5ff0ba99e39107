import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TURN } from "../../../../src/store/embedded/chunk-table/chunk-table.ts";
import { Surroundings } from "../../../../src/store/embedded/chunk-table/evidence.ts";

const ELSEWHERE = 0.3;

interface Passage {
  readonly value: number;
  readonly isTurn: boolean;
}

/** What the running sums stand for: the others' values, halved for every 4 passages before and every 2 behind. */
function naive(passages: readonly Passage[]): number[] {
  const around = (i: number) =>
    passages.reduce(
      (sum, { value }, j) => (i === j ? sum : sum + value * 0.5 ** (Math.abs(i - j) / (j < i ? 4 : 2))),
      0,
    );
  return passages.map(({ value, isTurn }, i) => value + (isTurn ? 1 : ELSEWHERE) * around(i));
}

describe("what stands around a passage", () => {
  it("agrees with the naive definition, article after article", () => {
    const passage = fc.record({ value: fc.double({ min: 0, max: 2, noNaN: true }), isTurn: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.array(passage, { maxLength: 12 }), { maxLength: 5 }), (articles) => {
        const kinds = Uint8Array.from(articles.flat(), ({ isTurn }) => (isTurn ? TURN : TURN + 1));
        const surroundings = new Surroundings();
        let first = 0;
        for (const passages of articles) {
          surroundings.open(passages.length).set(passages.map(({ value }) => value));
          surroundings.gather(kinds, first, ELSEWHERE);
          naive(passages).forEach((expected, i) => {
            expect(surroundings.at(i)).toBeCloseTo(expected, 9);
          });
          first += passages.length;
        }
      }),
    );
  });
});
