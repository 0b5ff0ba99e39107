import { describe, expect, it } from "vitest";
import { fitListwise, type ListwiseExample } from "../../../scripts/train/listwise.ts";
import { fitLogOdds } from "../../../scripts/train/logistic-regression.ts";

/** Questions with three candidates, of which the one with the higher first feature is right; the second feature tells nothing. */
const examples: readonly ListwiseExample[] = Array.from({ length: 40 }, (_, i) => ({
  candidates: [Float64Array.of(0.9, i % 2), Float64Array.of(0.3, 1 - (i % 2)), Float64Array.of(0.1, (i % 3) / 2)],
  shares: Float64Array.of(1, 0, 0),
}));

describe("weights learnt from lists", () => {
  it("favour the feature that tells the right candidate from the others, and leave the one that tells nothing", () => {
    const [telling = 0, idle = 1] = fitListwise(examples, 2, 1);
    expect(telling).toBeGreaterThan(2);
    expect(Math.abs(idle)).toBeLessThan(0.3);
  });

  it("give candidates the shares that they should have, where features can", () => {
    const halves = [{ candidates: [Float64Array.of(1), Float64Array.of(0)], shares: Float64Array.of(0.75, 0.25) }];
    const [weight = 0] = fitListwise(halves, 1, 1e-9);
    expect(1 / (1 + Math.exp(-weight))).toBeCloseTo(0.75, 6);
  });
});

describe("log-odds", () => {
  it("are the share of cases that are so, by a number that is known of them", () => {
    const cases = [0, 1].flatMap((value) =>
      Array.from({ length: 100 }, (_, i) => ({ values: [value], isSo: i < (value === 0 ? 10 : 80) })),
    );
    const {
      base,
      weights: [slope = 0],
    } = fitLogOdds(cases, 1);
    const chanceAt = (value: number) => 1 / (1 + Math.exp(-base - slope * value));
    expect(chanceAt(0)).toBeCloseTo(0.1, 4);
    expect(chanceAt(1)).toBeCloseTo(0.8, 4);
  });

  it("weigh each number by what it adds, and a case by how much it counts", () => {
    const shareAt = (a: number, b: number) => (1 + 2 * a + 5 * b) / 10;
    const cases = [0, 1].flatMap((a) =>
      [0, 1].flatMap((b) => [
        { values: [a, b, 7], isSo: true, weight: shareAt(a, b) },
        { values: [a, b, 7], isSo: false, weight: 1 - shareAt(a, b) },
      ]),
    );
    const [one = 0, other = 0] = fitLogOdds(cases, 3).weights;
    expect(other).toBeGreaterThan(one);
    expect(one).toBeGreaterThan(0);
    const doubled = cases.flatMap((example) => [example, example]);
    expect(fitLogOdds(doubled, 3).weights[0]).toBeCloseTo(one, 3);
  });
});
