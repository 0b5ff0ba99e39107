import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askAgainWhenLate } from "../../../../src/store/opensearch/cluster/ask-again-when-late.ts";

/** Answers to the questions in their order: a word, an error, or null for none at all. */
function oracle(...answers: readonly (string | Error | null)[]) {
  let asked = 0;
  const ended: number[] = [];
  const ask = async (number: number, signal: AbortSignal): Promise<string> => {
    const answer = answers[asked++] ?? null;
    signal.addEventListener("abort", () => ended.push(number));
    if (answer === null) return new Promise(() => {});
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { ask, asked: () => asked, ended };
}

describe("asking again", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is not needed where the answer comes in time", async () => {
    const { ask, asked } = oracle("ebb");
    expect(await askAgainWhenLate(ask)).toBe("ebb");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(1);
  });

  it("brings the answer of another where one says nothing, however many say nothing before", async () => {
    const { ask, asked } = oracle(null, null, "flood");
    const answer = askAgainWhenLate(ask);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(asked()).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe("flood");
  });

  it("ends those that have not answered when one has, so that nobody works on them any more", async () => {
    const { ask, ended } = oracle(null, null, "flood");
    const answer = askAgainWhenLate(ask);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await answer;
    expect(ended).toEqual([1, 2, 3]);
  });

  it("waits for another where one fails and one says nothing", async () => {
    const { ask, asked } = oracle(null, new Error("gone away"), "flood");
    const answer = askAgainWhenLate(ask);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await answer).toBe("flood");
    expect(asked()).toBe(3);
  });

  it("tells of the failure where all that were asked fail", async () => {
    await expect(askAgainWhenLate(oracle(new Error("no such index")).ask)).rejects.toThrow("no such index");
  });
});
