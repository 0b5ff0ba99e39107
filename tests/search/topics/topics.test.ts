import { describe, expect, it } from "vitest";
import { rankTopics } from "../../../src/search/topics/rank-topics.ts";
import { topicCandidates } from "../../../src/search/topics/topic-candidates.ts";

const SPEECHES = [
  "The harbour fee is wrong. We oppose the harbour fee, and the boats will pay it.",
  "Nobody asked the fishermen about the harbour fee. The fishermen will not pay.",
  "The weather was good this year.",
];

/** How many of a hundred chunks have a phrase, those of the speeches among them. */
const COMMON: Readonly<Record<string, number>> = { weather: 60, boats: 30 };

function topicsOf(texts: readonly string[], most = 10) {
  const candidates = topicCandidates(texts).map((one) => ({ ...one, chunks: COMMON[one.phrase] ?? one.texts }));
  return rankTopics(candidates, { quotes: texts.length, chunks: 100 }, most);
}

describe("what somebody speaks of", () => {
  it("is nouns and what describes them, counted once a text and by all uses", () => {
    const found = topicCandidates(SPEECHES);
    expect(found.find(({ phrase }) => phrase === "harbour fee")).toMatchObject({ texts: 2, uses: 3 });
    expect(found.map(({ phrase }) => phrase)).not.toEqual(expect.arrayContaining(["oppose"]));
    expect(found.some(({ phrase }) => /\b(?:the|will|year)\b/.test(phrase))).toBe(false);
  });

  it("puts a phrase before its words, and names no word twice", () => {
    const phrases = topicsOf(SPEECHES).map(({ phrase }) => phrase);
    expect(phrases[0]).toBe("harbour fee");
    expect(phrases).not.toContain("fee");
    expect(phrases).toContain("fishermen");
  });

  it("is nothing that the others speak of as often", () => {
    expect(topicsOf(SPEECHES).map(({ phrase }) => phrase)).not.toContain("weather");
  });

  it("gives no more than asked for, and nothing of nothing", () => {
    expect(topicsOf(SPEECHES, 1)).toHaveLength(1);
    expect(topicsOf([])).toEqual([]);
  });
});
