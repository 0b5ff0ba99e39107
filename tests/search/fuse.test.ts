import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScoreTrace, Signal } from "../../src/model/hit.ts";
import { fuse, type SignalColumns, tracesOf, type Weighting } from "../../src/search/fuse.ts";

const columns = (raw: Readonly<Partial<Record<Signal, readonly number[]>>>): SignalColumns =>
  Object.fromEntries(Object.entries(raw).map(([signal, values]) => [signal, Float64Array.from(values)]));

/** Of passages at even places and turns at odd ones: a turn's weight is the double. */
const weighting = (passages: Readonly<Partial<Record<Signal, number>>>): Weighting => ({
  weights: Object.fromEntries(
    Object.entries(passages).map(([signal, weight]) => [signal, { passage: weight, turn: 2 * weight }]),
  ),
  isTurn: (place) => place % 2 === 1,
});

/** Scores as the signals give them, to four digits. */
const cosine = fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 10_000);
const share = fc.integer({ min: 0, max: 20_000 }).map((n) => n / 10_000);
const raw = fc
  .array(fc.tuple(cosine, share), { minLength: 1, maxLength: 50 })
  .map((rows) => columns({ DENSE: rows.map(([dense]) => dense), LEXICAL: rows.map(([, lexical]) => lexical) }));

describe("fusion of signals", () => {
  it("adds the scores up, each times its weight in a passage of that kind", () => {
    const scores = columns({ DENSE: [0.5, 0.1], LEXICAL: [0.2, 1] });
    const { totals } = fuse(scores, weighting({ DENSE: 1, LEXICAL: 0.5 }), "SCORES");
    expect([...totals]).toEqual([0.6, 1.2]);
  });

  it("leaves out a signal without a weight", () => {
    const scores = columns({ DENSE: [0.5], LEXICAL: [3] });
    const fused = fuse(scores, weighting({ LEXICAL: 1 }), "SCORES");
    expect(tracesOf([0], scores, fused, {})[0]?.signals.map(({ signal }) => signal)).toEqual(["LEXICAL"]);
  });

  it("by ranks puts the candidate first that is good in both, however far apart the scores are", () => {
    const scores = columns({ DENSE: [0.9, 0.8, 0.1, 0.2], LEXICAL: [0, 12, 13, 1] });
    const { totals } = fuse(scores, { ...weighting({ DENSE: 1, LEXICAL: 1 }), isTurn: () => false }, "RANKS");
    expect(totals.indexOf(Math.max(...totals))).toBe(1);
    expect(totals[0]).toBeCloseTo(1 / 61 + 1 / 64, 12);
  });

  it("gives nothing where nothing was found", () => {
    expect(
      fuse(columns({ DENSE: [], LEXICAL: [] }), weighting({ DENSE: 1, LEXICAL: 1 }), "SCORES").totals,
    ).toHaveLength(0);
  });

  it.each(["SCORES", "RANKS"] as const)("is recomputed from its traces, by %s", (fusion) => {
    fc.assert(
      fc.property(raw, fc.double({ min: 0, max: 2, noNaN: true }), (scores, weight) => {
        const fused = fuse(scores, weighting({ DENSE: 1, LEXICAL: weight }), fusion);
        const places = [...fused.totals.keys()];
        const traces = tracesOf(places, scores, fused, { LEXICAL: 10 });
        fused.totals.forEach((total, place) => {
          const trace = traces[place] as ScoreTrace;
          expect(trace.signals.reduce((sum, s) => sum + s.normalized * s.weight, 0)).toBeCloseTo(total, 12);
          const [dense, lexical] = trace.signals;
          expect(dense?.raw).toBe(scores.DENSE?.[place]);
          expect(lexical?.raw).toBe((scores.LEXICAL?.[place] ?? 0) * 10);
          expect(dense?.rank).toBe(1 + [...(scores.DENSE ?? [])].filter((x) => x > (dense?.raw ?? 0)).length);
        });
      }),
    );
  });
});
