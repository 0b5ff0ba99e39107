import { describe, expect, it } from "vitest";
import { calibrate, groupAnswers } from "../../../scripts/evaluate/quotes/calibration.ts";
import { reliabilityDiagram } from "../../../scripts/evaluate/quotes/reliability-diagram.ts";

const answers = (confidence: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ confidence, right: true })),
  ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
];

describe("the calibration of a confidence", () => {
  it("has no error where each bin is right as often as was stated", () => {
    expect(calibrate([...answers(0.75, 3, 1), ...answers(0.5, 1, 1)]).error).toBeCloseTo(0);
  });

  it("weighs the gap of each bin by its size, whichever way it goes", () => {
    // Of ten answers six are stated .9 and right half of the time, four stated .25 and always right.
    const { error, all } = calibrate([...answers(0.9, 3, 3), ...answers(0.25, 4, 0)]);
    expect(error).toBeCloseTo(0.6 * 0.4 + 0.4 * 0.75);
    expect(all).toEqual({ count: 10, confidence: expect.closeTo(0.64), right: 0.7 });
  });

  it("takes each bin's mean for what was stated, and certainty into the last bin", () => {
    const { bins } = calibrate([...answers(0.92, 1, 0), ...answers(1, 1, 0)]);
    expect(bins).toEqual([{ from: 0.9, to: 1, count: 2, confidence: 0.96, right: 1 }]);
  });

  it("is nothing of nothing", () => {
    expect(calibrate([])).toEqual({ bins: [], error: 0, all: { count: 0, confidence: 0, right: 0 } });
  });
});

it("groups of answers come by size, each with what was stated and what was right", () => {
  const groups = groupAnswers([...answers(0.2, 0, 1), ...answers(0.8, 3, 1)], ({ confidence }) => `${confidence}`);
  expect(groups).toEqual([
    { name: "0.8", count: 4, confidence: 0.8, right: 0.75 },
    { name: "0.2", count: 1, confidence: 0.2, right: 0 },
  ]);
});

it("the diagram draws the share that was right as a bar, and what was stated as a mark", () => {
  const { bins } = calibrate([...answers(0.5, 1, 3), ...answers(0.75, 3, 1)]);
  expect(reliabilityDiagram(bins).split("\n")).toEqual([
    "stated     right  0       .25        .5       .75         1",
    "0.5-0.6    0.250  ==========          |",
    "0.7-0.8    0.750  ==============================|",
  ]);
});
