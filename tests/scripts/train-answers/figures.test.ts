import { describe, expect, it } from "vitest";
import { calibrationTable } from "../../../scripts/train-answers/calibration.ts";
import { rateWithheld, withheldModels } from "../../../scripts/train-answers/cross-validate.ts";
import { figuresFrom, fitStatements, rate } from "../../../scripts/train-answers/fit-statements.ts";

const NOTHING = { MEANING: 0, WORDS: 0, SPEAKER: 0, SCORE: 0, BEHIND: 0, RANK: 0, DIRECT: 0, FRAGMENT: 0 };

/** A candidate with such a score; the passages that it is, or null where nobody judged it. */
const candidate = (SCORE: number, answers: readonly number[] | null) => ({
  evidence: { ...NOTHING, SCORE },
  isTurn: false,
  answers: answers ?? [],
  isJudged: answers !== null,
});

const BY_SCORE = { base: 0, weights: { SCORE: 1 } };

describe("what given statements are worth", () => {
  const question = {
    group: "quay",
    best: [0, 1],
    candidates: [candidate(1, []), candidate(3, [0]), candidate(2, null), candidate(-1, [1])],
  };

  it("counts what answers among those that were judged, and the best passages among all", () => {
    const rated = [rate(question, BY_SCORE)];
    expect(figuresFrom(rated, 0)).toEqual({ right: 0.5, found: 0.5, shown: 3 });
    expect(figuresFrom(rated, -2)).toEqual({ right: 2 / 3, found: 1, shown: 4 });
    expect(figuresFrom(rated, 4)).toEqual({ right: 0, found: 0, shown: 0 });
  });

  it("shows in the table of chances how many of those held as likely as that answer", () => {
    const [, ...rows] = calibrationTable([rate(question, BY_SCORE)]);
    expect(rows[7]).toEqual(["0.7 to 0.8", "1", "0.73", "0.00"]);
    expect(rows[9]).toEqual(["0.9 to 1", "1", "0.95", "1.00"]);
    expect(rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(3);
  });
});

describe("what is learnt of statements", () => {
  const questions = Array.from({ length: 40 }, (_, i) => ({
    group: `article ${i % 10}`,
    best: [0],
    candidates: [candidate(2 + (i % 3), i % 8 === 0 ? [] : [0]), candidate(-1 - (i % 3), i % 9 === 0 ? [0] : [])],
  }));

  it("puts those first that look like what answered", () => {
    const { weights } = fitStatements(questions, "turn");
    expect(weights.SCORE).toBeGreaterThan(0.5);
  });

  it("is tried on questions of no article that it was learnt from", () => {
    const odd = { group: "odd", best: [0], candidates: [candidate(9, []), candidate(-9, [0])] };
    const all = [odd, ...questions];
    const [withheld] = rateWithheld(all, withheldModels(all, "turn")).filter(
      ({ question }) => question.group === "odd",
    );
    expect(withheld?.rated[0]?.judged.answers).toEqual([]);
  });
});
