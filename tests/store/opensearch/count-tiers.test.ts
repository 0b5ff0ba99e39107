import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostOfWord } from "../../../src/ranking/word-evidence.ts";
import { tierLimits, tierTerms } from "../../../src/store/opensearch/count-tiers.ts";

/** What a query adds up for a passage around which a word stands so often. */
function limitFor(count: number): number {
  const held = new Set(tierTerms("quay", count));
  return tierLimits("quay").reduce((sum, { term, more }) => sum + (held.has(term) ? more : 0), 0);
}

/** In a passage, in the title and in those close by, which count a quarter each. */
const counts = fc.tuple(fc.nat(80), fc.nat(5)).map(([own, near]) => own + near / 4);

describe("the steps of how often a word stands around a passage", () => {
  it("never add up to less than the word can add", () => {
    fc.assert(
      fc.property(counts, (count) => {
        expect(limitFor(count)).toBeGreaterThanOrEqual(count === 0 ? 0 : mostOfWord(count) - 1e-9);
      }),
    );
  });

  it("add more where the word stands more often, and nothing where it stands nowhere", () => {
    expect(limitFor(0)).toBe(0);
    expect(limitFor(1)).toBeLessThan(limitFor(2));
    expect(limitFor(2)).toBeLessThan(limitFor(9));
  });
});
