import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestWithin } from "../../src/mcp/nearest-within.ts";

const TEN_EACH = [10, 10, 10, 10, 10, 10, 10];

describe("the paragraphs nearest to a quote", () => {
  it("are all that were wanted, where they fit", () => {
    expect(nearestWithin(TEN_EACH, { first: 3, last: 3 }, { first: 1, last: 5 }, 50)).toEqual({ first: 1, last: 5 });
  });

  it("end at the ends of the article", () => {
    expect(nearestWithin(TEN_EACH, { first: 6, last: 6 }, { first: 4, last: 8 }, 100)).toEqual({ first: 4, last: 6 });
  });

  it("are the closest ones, where not all fit", () => {
    expect(nearestWithin(TEN_EACH, { first: 3, last: 3 }, { first: 0, last: 6 }, 30)).toEqual({ first: 2, last: 4 });
  });

  it("hold the beginning of a quote that is too long by itself", () => {
    expect(nearestWithin(TEN_EACH, { first: 1, last: 5 }, { first: 0, last: 6 }, 25)).toEqual({ first: 1, last: 2 });
    expect(nearestWithin([99], { first: 0, last: 0 }, { first: 0, last: 1 }, 5)).toEqual({ first: 0, last: 0 });
  });

  it("stand around a place between paragraphs, too", () => {
    expect(nearestWithin(TEN_EACH, { first: 0, last: -1 }, { first: 0, last: 1 }, 50)).toEqual({ first: 0, last: 1 });
  });

  it("keep to the budget and to what was wanted", () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lengths, fc.nat(11), fc.nat(5), fc.nat(80), (all, place, reach, budget) => {
        const at = place % all.length;
        const wanted = { first: Math.max(0, at - reach), last: at + reach };
        const { first, last } = nearestWithin(all, { first: at, last: at }, wanted, budget);
        expect(wanted.first <= first && first <= at && at <= last && last <= wanted.last).toBe(true);
        const total = all.slice(first, last + 1).reduce((sum, length) => sum + length, 0);
        expect(total <= budget || first === last).toBe(true);
      }),
    );
  });
});
