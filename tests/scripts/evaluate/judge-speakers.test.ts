import { describe, expect, it } from "vitest";
import { mayBeOne } from "../../../scripts/evaluate/quotes/annotated-speakers.ts";
import { type SpeakerVerdict, scoreSpeakers } from "../../../scripts/evaluate/quotes/judge-speakers.ts";

const verdict = (names: readonly string[], given: "right" | "wrong" | "none"): SpeakerVerdict => ({
  annotated: { names, kind: names.length > 0 ? "person" : "", said: true },
  isNamed: given !== "none",
  isRight: given === "right",
  confidence: 1,
});

describe("the scores of speakers", () => {
  const scores = scoreSpeakers([
    verdict(["Dora Velk"], "right"),
    verdict(["Dora Velk"], "right"),
    verdict(["Peter Orsic"], "wrong"),
    verdict(["Peter Orsic"], "none"),
    verdict([], "none"),
    verdict([], "wrong"),
  ]);

  it("count right names among those that there are", () => {
    expect(scores.rightOfNamed).toBe(0.5);
  });

  it("count wrong and invented names among those that are shown", () => {
    expect(scores.readersError).toBe(0.5);
  });

  it("count who is rightly left unnamed", () => {
    expect(scores.silent).toBe(0.5);
  });
});

describe("two names", () => {
  it.each([
    ["Dora Velk", "Velk", true],
    ["Sen. Dora Velk", "Dora Velk", true],
    ["Dora Velk", "Petra Velk", false],
    ["Dora Velk", "Dora", false],
    ["the Harbour Board", "Harbour Board", true],
    ["", "Dora Velk", false],
  ])("%s and %s may be one: %s", (a, b, expected) => {
    expect(mayBeOne(a, b)).toBe(expected);
  });
});
