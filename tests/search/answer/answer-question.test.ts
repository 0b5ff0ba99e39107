import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quoteText } from "../../../src/model/quote.ts";
import type { Answer } from "../../../src/search/answer/answer.ts";
import { openSamplesSearch, type SamplesSearch } from "../../samples-index.ts";

const QUESTIONS = [
  "who opposed the harbour fee",
  "flood defences",
  "tourism numbers",
  "how much did trade grow",
  "terrorism in the desert",
  "housing has become dearer",
  "what do new carriages cost",
  "what was said about NATO meetings",
];

describe("answering the questions of the samples", () => {
  let samples: SamplesSearch;
  beforeAll(async () => {
    samples = await openSamplesSearch();
  });
  afterAll(() => samples?.close());

  const ask = (question: string, maxStatements = 5): Promise<Answer> =>
    samples.search.answer({ question, filter: {}, maxStatements });

  it.each([
    ["who opposed the harbour fee", "Marta Selk, chairwoman: “We oppose this fee, and we will oppose it in May,” … "],
    [
      "flood defences",
      "Tobias Wren: “My grandfather drained that field with a spade,” … “I am not against flood defences.",
    ],
    ["how much did trade grow", "trade between Kestria and Ostrany has risen by 17 percent"],
    [
      "terrorism in the desert",
      "Viktor Orlanov, Chief of the General Staff of the Armed Forces of Ostrany: “Allow me to add one point on the south.",
    ],
    [
      "housing has become dearer",
      "As an article reports: According to a survey by the newspaper Velmora Courier, 58 percent",
    ],
    // Whoever asks the same question does not answer it.
    ["what do new carriages cost", "“Between ninety and a hundred and ten million crowns for all three lines.” [1]"],
  ])("“%s” is answered first by %s", async (question, words) => {
    const { text, coverage } = await ask(question);
    expect(text.split("\n\n")[0]).toContain(words);
    expect(coverage.isAnswered).toBe(true);
  });

  it.each([
    ["what did the mayor say about the harbour fee", "Henrike Dahl", "dredging would begin in October"],
    ["what did Orlanov say about terrorism", "Viktor Orlanov", "one point on the south"],
    ["what did Orlanov say", "Viktor Orlanov", ""],
    ["what did Pell ask about the carriages", "Pell", "How much would new carriages cost?"],
  ])("“%s” is answered by %s alone", async (question, name, words) => {
    const { text, statements, coverage } = await ask(question);
    expect(new Set(statements.map(({ speaker }) => speaker?.name))).toEqual(new Set([name]));
    expect(text.split("\n\n")[0]).toContain(words);
    expect(coverage.isAnswered).toBe(true);
  });

  it("is not answered by whom it is about where it asks who did something", async () => {
    const speakersOf = async (question: string) => (await ask(question)).statements.map(({ speaker }) => speaker?.name);
    expect(await speakersOf("what was said about the harbour fee of Mayor Dahl")).toContain("Henrike Dahl");
    expect(await speakersOf("who opposed the harbour fee of Mayor Dahl")).not.toContain("Henrike Dahl");
    expect(await speakersOf("who opposed the harbour fee of Mayor Dahl")).toContain("Marta Selk");
  });

  it("gives what somebody likely said to it in other words, and what of the question it leaves open", async () => {
    const { statements, coverage } = await ask("what did Selk say about charging fishermen");
    const [first] = statements;
    expect(first && quoteText(first.article, first.spans)).toContain("We oppose this fee");
    expect(coverage.missing).toEqual(["charging", "fishermen"]);
  });

  it("says who is not quoted with anything to the question", async () => {
    const { statements, coverage } = await ask("what did Hartmann say about mussels");
    expect(statements).toEqual([]);
    expect(coverage).toEqual({
      isAnswered: false,
      note: "Liv Hartmann is not quoted with anything to this question.",
      missing: ["mussels"],
    });
  });

  it.each(["What did Tamsin Okwuosa say about the harbour fee?", "What is Okwuosa's view on the harbour fee?"])(
    "gives nobody else's words where nothing in the index names whoever is asked: %s",
    async (question) => {
      const { statements, text, coverage } = await ask(question);
      expect(statements).toEqual([]);
      expect(text).toMatch(/^Nothing in the index names (?:Tamsin )?Okwuosa\.$/);
      expect(coverage.isAnswered).toBe(false);
    },
  );

  it.each([
    "What did They say about the harbour fee?",
    "What did the Mussel fishermen say about the harbour fee?",
    "What did N.A.T.O. say about the harbour fee?",
    "Thoughts on the harbour fee",
  ])("takes no word of the index and no small word for a stranger: %s", async (question) => {
    expect((await ask(question)).statements).not.toEqual([]);
  });

  it("“what was said about NATO meetings” is answered by both sides of the talks", async () => {
    const { statements } = await ask("what was said about NATO meetings");
    expect(new Set(statements.slice(0, 2).map(({ speaker }) => speaker?.name))).toEqual(
      new Set(["Viktor Orlanov", "Teodor Maravin"]),
    );
  });

  it.each(QUESTIONS)("puts no word in quotation marks that no source has: %s", async (question) => {
    const { text, statements } = await ask(question, 20);
    const sources = statements.map(({ article }) => article.text.replace(/\s+/g, " "));
    const quoted = [...text.matchAll(/“([^”]*)”|"([^"]*)"/g)].map(([, round, straight]) => round ?? straight ?? "");
    expect(quoted.length > 0).toBe(statements.some(({ voice }) => voice === "SPOKEN"));
    for (const words of quoted)
      expect(
        sources.some((source) => source.includes(words)),
        words,
      ).toBe(true);
    expect(text.replace(/“[^”]*”|"[^"]*"/g, "")).not.toMatch(/[“”"]/);
  });

  it.each(QUESTIONS)("marks every statement and names its source once: %s", async (question) => {
    const { text, statements } = await ask(question, 20);
    expect(statements.map(({ marker }) => marker)).toEqual(statements.map((_, i) => i + 1));
    for (const { marker, quote } of statements) {
      expect(text.split(`[${marker}]`)).toHaveLength(3);
      expect(statements.filter((other) => other.quote.id === quote.id)).toHaveLength(1);
    }
  });

  it("sets what an article only reports in no quotation marks", async () => {
    const { text, statements } = await ask("housing has become dearer");
    expect(statements[0]?.voice).toBe("REPORTED");
    expect(text.split("\n\n")[0]).not.toMatch(/[“”"]/);
  });

  it("puts what one person said side by side in the order of time, undated words last", async () => {
    const { byTime } = await ask("what did the mayor say about the harbour fee");
    const dahl = byTime.find(({ speaker }) => speaker.name === "Henrike Dahl");
    expect(dahl?.statements.length).toBeGreaterThan(1);
    const dates = dahl?.statements.map(({ article }) => article.publishedAt ?? "undated") ?? [];
    expect(dates).toEqual([...dates].sort());
  });

  it("says plainly what is not answered", async () => {
    const { coverage } = await ask("how much did trade grow");
    expect(coverage).toMatchObject({ missing: ["grow"], note: expect.stringContaining("grow") });
    const nothing = await ask("how do quantum computers work");
    expect(nothing).toMatchObject({ statements: [], byTime: [], coverage: { isAnswered: false } });
    expect(nothing.text).toBe(nothing.coverage.note);
  });

  it("answers within a filter, with no more statements than asked for", async () => {
    const filter = { speakers: ["Karel Voss"] };
    const { statements } = await samples.search.answer({ question: "flood defences", filter, maxStatements: 1 });
    expect(statements.map(({ speaker }) => speaker?.name)).toEqual(["Karel Voss"]);
  });

  it.each([0, 21, 1.5])("refuses %d statements", async (most) => {
    await expect(ask("flood defences", most)).rejects.toMatchObject({ code: "BAD_INPUT" });
  });
});
