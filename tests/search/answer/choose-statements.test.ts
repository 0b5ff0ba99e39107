import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnswerCandidate } from "../../../src/search/answer/answer-candidates.ts";
import { type AnswerModel, logOddsOf } from "../../../src/search/answer/answer-model.ts";
import { findCandidates } from "../../../src/search/answer/answer-question.ts";
import { chooseStatements } from "../../../src/search/answer/choose-statements.ts";
import { openSamplesSearch, type SamplesSearch } from "../../samples-index.ts";

const ODDS = { base: 0, weights: { MEANING: 1 } };
const ANSWERED = { base: 0, weights: {}, least: 0 };

/** Goes by meaning alone. */
const byMeaning = (least: number): AnswerModel => ({
  passage: { ...ODDS, least },
  turn: { ...ODDS, least },
  answered: ANSWERED,
});

describe("the statements that are given", () => {
  let samples: SamplesSearch;
  let candidates: readonly AnswerCandidate[];
  beforeAll(async () => {
    samples = await openSamplesSearch();
    candidates = (await findCandidates(samples, "flood defences", {})).candidates;
  });
  afterAll(() => samples?.close());

  const choose = (model: AnswerModel, most = 20) =>
    chooseStatements(samples.store, candidates, { model, most, asksForAll: false });

  it("are those that reach what is enough, and the more the less that is", async () => {
    const counts = [];
    for (const least of [-1, 0.3, 0.4, 0.5, 0.6, 1.1]) {
      const { statements } = await choose(byMeaning(least));
      counts.push(statements.length);
    }
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(3);
    expect(counts.at(-1)).toBe(0);
  });

  it("begin with the likeliest, what is only wanted or thought behind what is as likely", async () => {
    const { best, statements } = await choose(byMeaning(-1));
    const odds = candidates.map(({ evidence }) => logOddsOf(ODDS, evidence));
    expect(best).toBeCloseTo(Math.max(...odds), 9);
    const reports = statements.map(({ quote }) => quote.reports);
    // By meaning alone no two differ by as much as that counts.
    expect(reports).toEqual([...reports].sort().reverse());
  });

  it("are by whoever is asked alone", async () => {
    const asked = await findCandidates(samples, "what did Karel Voss say about flood defences", {});
    expect(asked.candidates.length).toBeGreaterThan(0);
    for (const { evidence } of asked.candidates) expect(evidence.SPEAKER).toBe(1);
  });
});
