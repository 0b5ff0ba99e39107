import { describe, expect, it } from "vitest";
import { median, percentile } from "../../../scripts/bench/percentile.ts";

describe("percentile", () => {
  it("takes the value that so many do not exceed", () => {
    const oneToHundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(percentile(oneToHundred, 0.95)).toBe(95);
    expect(percentile(oneToHundred, 0)).toBe(1);
    expect(percentile(oneToHundred, 1)).toBe(100);
  });

  it("does not ask for order, and leaves the values as they are", () => {
    const values = [30, 4, 100];
    expect(median(values)).toBe(30);
    expect(values).toEqual([30, 4, 100]);
  });

  it("says that there is none of no values", () => {
    expect(median([])).toBeNaN();
  });
});
