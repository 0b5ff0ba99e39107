import { describe, expect, it } from "vitest";
import { FeatureNumbers } from "../../../scripts/train/feature-numbers.ts";
import { type RankingExample, rankCandidates, weigh } from "../../../scripts/train/rank-candidates.ts";

describe("learning to rank candidates", () => {
  it("weighs up what the right ones have and the others lack", () => {
    const examples: readonly RankingExample[] = [
      { candidates: [[[0, 1]], [[1, 1]]], isRight: [true, false] },
      { candidates: [[[1, 1]], [[0, 1]]], isRight: [false, true] },
    ];
    const weights = rankCandidates(examples, 2, { l2: 0.01 });
    expect(weights[0]).toBeGreaterThan(0);
    expect(weights[1]).toBeLessThan(0);
  });

  it("leaves a weight at zero that tells nothing apart", () => {
    const examples: readonly RankingExample[] = [
      {
        candidates: [
          [
            [0, 1],
            [2, 1],
          ],
          [
            [1, 1],
            [2, 1],
          ],
        ],
        isRight: [true, false],
      },
    ];
    expect(rankCandidates(examples, 3, { l2: 0.01 })[2]).toBeCloseTo(0, 5);
  });

  it("gives a share that counts right answers: three of four with the feature, for odds of three", () => {
    const withFeature = (isRight: boolean): RankingExample => ({
      candidates: [[[0, 1]], []],
      isRight: [isRight, !isRight],
    });
    const weights = rankCandidates([true, true, true, false].map(withFeature), 1, { l2: 0 });
    const odds = Math.exp(weigh([[0, 1]], weights));
    expect(odds / (1 + odds)).toBeCloseTo(0.75, 2);
  });
});

describe("the numbers of features", () => {
  it("are given in the order in which their names come, and kept", () => {
    const numbers = new FeatureNumbers();
    expect(
      numbers.of([
        ["first", 1],
        ["second", 0.5],
      ]),
    ).toEqual([
      [0, 1],
      [1, 0.5],
    ]);
    expect(numbers.of([["second", 2]])).toEqual([[1, 2]]);
    expect(numbers.names).toEqual(["first", "second"]);
  });
});
