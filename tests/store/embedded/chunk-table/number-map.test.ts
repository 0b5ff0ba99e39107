import fc from "fast-check";
import { expect, it } from "vitest";
import { NumberMap } from "../../../../src/store/embedded/chunk-table/number-map.ts";

const KEY = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer());

it("holds for each key what was set last, as a Map does", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(KEY, fc.nat()), { maxLength: 3_000 }), fc.array(KEY), (entries, others) => {
      const [map, oracle] = [new NumberMap(), new Map<number, number>()];
      for (const [key, value] of entries.map(([key, value]) => [key, value % 0x7ffffffe] as const)) {
        map.set(key, value);
        oracle.set(key, value);
      }
      for (const key of [...oracle.keys(), ...others]) expect(map.get(key)).toBe(oracle.get(key));
    }),
    { numRuns: 50 },
  );
});

it("grows past its first slots", () => {
  const map = new NumberMap();
  for (let key = 0; key < 10_000; key++) map.set(key * 65_536, key);
  expect([0, 1, 9_999].map((key) => map.get(key * 65_536))).toEqual([0, 1, 9_999]);
  expect(map.get(7)).toBeUndefined();
});
