import { expect, it } from "vitest";
import { InventedVectors } from "../../../scripts/bench/invented-vectors.ts";

const REAL = [Float32Array.of(1, 0, 0), Float32Array.of(0, 1, 0), Float32Array.of(0, 0.6, 0.8)];
const vectors = new InventedVectors(REAL);

it("gives the real vectors first", () => {
  expect([0, 1, 2].map((number) => vectors.at(number))).toEqual(REAL);
});

it("makes unit vectors from there on, the same one for the same number", () => {
  for (let number = 3; number < 100; number++) {
    expect(Math.hypot(...vectors.at(number))).toBeCloseTo(1, 5);
    expect(vectors.at(number)).toEqual(vectors.at(number));
  }
});
