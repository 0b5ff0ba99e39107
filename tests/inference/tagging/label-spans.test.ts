import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelSpans, logSoftmax } from "../../../src/inference/tagging/label-spans.ts";

const rows = (...values: readonly number[][]) => values.map((row) => Float32Array.from(row));

/** Every allowed path tried: the naive oracle. */
function bestScore(logits: readonly Float32Array[]): number {
  const scores = logits.map(logSoftmax);
  const walk = (at: number, before: number): number => {
    if (at === scores.length) return 0;
    let best = Number.NEGATIVE_INFINITY;
    scores[at]?.forEach((score, label) => {
      const inside = label > 0 && label % 2 === 0;
      if (inside && before !== label && before !== label - 1) return;
      best = Math.max(best, score + walk(at + 1, label));
    });
    return best;
  };
  return walk(0, 0);
}

function scoreOf(logits: readonly Float32Array[]): number {
  const labels = logits.map(() => 0);
  for (const { kind, from, to } of labelSpans(logits)) {
    for (let i = from; i < to; i++) labels[i] = 1 + 2 * kind + (i > from ? 1 : 0);
  }
  return logits.map(logSoftmax).reduce((sum, row, i) => sum + (row[labels[i] as number] as number), 0);
}

describe("spans of labelled words", () => {
  it("begin with a beginning and take in what goes on", () => {
    const spans = labelSpans(rows([9, 0, 0], [0, 9, 0], [0, 0, 9], [9, 0, 0], [0, 9, 0], [0, 9, 0]));
    expect(spans.map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [4, 5],
      [5, 6],
    ]);
  });

  it("make of an inside that nothing began a beginning, where that is likelier than nothing", () => {
    expect(labelSpans(rows([1, 3, 4], [0, 0, 9]))).toMatchObject([{ kind: 0, from: 0, to: 2 }]);
  });

  it("do not go on with another kind", () => {
    const spans = labelSpans(rows([0, 9, 0, 0, 0], [1, 0, 0, 0, 5], [0, 0, 0, 9, 0]));
    expect(spans).toMatchObject([
      { kind: 0, from: 0, to: 1 },
      { kind: 1, from: 2, to: 3 },
    ]);
  });

  it("tell how sure the labels are", () => {
    const [sure] = labelSpans(rows([0, 20, 0]));
    const [unsure] = labelSpans(rows([0, 0.1, 0]));
    expect(sure?.probability).toBeCloseTo(1, 5);
    expect(unsure?.probability).toBeCloseTo(Math.exp(0.1) / (2 + Math.exp(0.1)), 5);
  });

  it("are the likeliest of all that are allowed", () => {
    const row = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (values) => {
        const logits = rows(...values);
        expect(scoreOf(logits)).toBeCloseTo(bestScore(logits), 3);
      }),
    );
  });
});
