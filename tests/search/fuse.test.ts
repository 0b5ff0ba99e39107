import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuse } from "../../src/search/fuse.ts";

/** Scores as the signals give them, to four digits. */
const cosine = fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 10_000);
const bm25 = fc.integer({ min: 0, max: 400_000 }).map((n) => n / 10_000);
const raw = fc
  .array(fc.tuple(cosine, bm25), { minLength: 1, maxLength: 50 })
  .map((rows) => ({ DENSE: rows.map(([dense]) => dense), LEXICAL: rows.map(([, lexical]) => lexical) }));

describe("fusion of signals", () => {
  it("puts the candidate first that is good in both", () => {
    const traces = fuse({ DENSE: [0.9, 0.8, 0.1], LEXICAL: [0, 12, 13] }, { DENSE: 1, LEXICAL: 1 });
    const best = traces.map(({ total }) => total).indexOf(Math.max(...traces.map(({ total }) => total)));
    expect(best).toBe(1);
  });

  it("lets a signal whose scores are all the same say nothing", () => {
    const traces = fuse({ DENSE: [0.5, 0.5], LEXICAL: [3, 1] }, { DENSE: 1, LEXICAL: 1 });
    expect(traces.map(({ signals }) => signals[0]?.normalized)).toEqual([0, 0]);
    expect(traces.map(({ total }) => total)).toEqual([1, -1]);
  });

  it("leaves out a signal without a weight", () => {
    const [trace] = fuse({ DENSE: [0.5], LEXICAL: [3] }, { LEXICAL: 1 });
    expect(trace?.signals.map(({ signal }) => signal)).toEqual(["LEXICAL"]);
  });

  it("gives equal scores equal ranks, from 1 for the highest", () => {
    const traces = fuse({ DENSE: [0.2, 0.9, 0.2] }, { DENSE: 1 });
    expect(traces.map(({ signals }) => signals[0]?.rank)).toEqual([2, 1, 2]);
  });

  it("gives nothing for no candidates", () => {
    expect(fuse({ DENSE: [], LEXICAL: [] }, { DENSE: 1, LEXICAL: 1 })).toEqual([]);
  });

  it("is recomputed from its trace, and each signal has mean 0 and deviation 1 or 0", () => {
    fc.assert(
      fc.property(raw, fc.double({ min: 0, max: 2, noNaN: true }), (scores, weight) => {
        const traces = fuse(scores, { DENSE: 1, LEXICAL: weight });
        for (const { signals, total } of traces) {
          expect(signals.reduce((sum, s) => sum + s.normalized * s.weight, 0)).toBeCloseTo(total, 9);
        }
        for (const column of [0, 1]) {
          const z = traces.map(({ signals }) => signals[column]?.normalized ?? Number.NaN);
          const deviation = Math.sqrt(z.reduce((sum, x) => sum + x * x, 0) / z.length);
          expect(z.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 6);
          expect(Math.min(deviation, Math.abs(deviation - 1))).toBeCloseTo(0, 6);
        }
      }),
    );
  });
});
