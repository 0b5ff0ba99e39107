import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { CheckedQuote } from "../../src/draft/draft-check.ts";
import { createDraftChecker, MAX_CHECKED_QUOTES } from "../../src/draft/draft-checker.ts";
import { MAX_DRAFT_CHARACTERS } from "../../src/draft/read-draft.ts";
import { openRealIndex } from "../real-index.ts";
import { openSamplesSearch, type SamplesSearch } from "../samples-index.ts";

describe("checking a draft against the samples", () => {
  let samples: SamplesSearch;
  beforeAll(async () => {
    samples = await openSamplesSearch();
  });
  afterAll(() => samples?.close());

  const check = (text: string, filter = {}) => createDraftChecker(samples).checkText(text, { filter });
  const only = async (text: string): Promise<CheckedQuote> => {
    const { quotes } = await check(text);
    expect(quotes.map((quote) => quote.text)).toHaveLength(1);
    return quotes[0] as CheckedQuote;
  };
  const outcome = async (text: string) => {
    const { verdict, needsALook } = await only(text);
    return `${verdict}${needsALook ? ", look" : ""}`;
  };

  it.each([
    ["as it was said", "“We oppose this fee, and we will oppose it in May,” Marta Selk said.", "VERBATIM"],
    ["with other marks", "Marta Selk said: «We oppose this fee, and we will oppose it in May.»", "VERBATIM"],
    [
      "behind a label",
      "MARTA SELK: We oppose this fee, and we will oppose it in May.\n\nHENRIKE DAHL: Sand does not read our resolutions.",
      "VERBATIM",
    ],
    ["with a word changed", "“We oppose this tax, and we will oppose it in May,” Marta Selk said.", "ALTERED, look"],
    ["with a cut that the draft shows", "“We oppose this fee … in May,” Marta Selk said.", "ALTERED"],
    [
      "with a cut that turns it",
      "“I am against flood defences,” said Tobias Wren. “I am against being the flood defence.”",
      "ALTERED, look",
    ],
    [
      "given to somebody else",
      "“We oppose this fee, and we will oppose it in May,” Karel Voss said.",
      "MISATTRIBUTED, look",
    ],
    ["that nobody said", "“Bananas shall be legal tender from Tuesday,” Marta Selk said.", "NOT_FOUND, look"],
    ["told only in an article's words", "“The members could live with it,” Marta Selk said.", "PARAPHRASED, look"],
  ])("judges a quote %s", async (_, text, wanted) => {
    const { quotes } = await check(text);
    expect(`${quotes[0]?.verdict}${quotes[0]?.needsALook ? ", look" : ""}`).toBe(wanted);
  });

  it("takes an account of what somebody said for its sense, and of words in marks for the words", async () => {
    expect(await outcome("Marta Selk said that her members could live with it.")).toBe("PARAPHRASED");
    expect(
      await outcome(
        "Tourism Minister Beatriz Almqvist called the beaches “crowded for six weeks and empty for forty-six”.",
      ),
    ).toBe("VERBATIM");
    expect(
      await outcome(
        "Tourism Minister Beatriz Almqvist called the beaches “crowded for ten weeks and empty for forty-six”.",
      ),
    ).toBe("ALTERED, look");
  });

  it("knows whom the draft gives a quote to, who said it, and where it stands", async () => {
    const text = "The fee is off.\n\n“We oppose this fee, and we will oppose it in May,” Karel Voss said.";
    const { speaker, quote, verification } = await only(text);
    expect(speaker).toBe("Karel Voss");
    expect(quote.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      "We oppose this fee, and we will oppose it in May,",
    ]);
    expect(verification.speakers.map(({ name }) => name)).toEqual(["Marta Selk"]);
    expect(verification.source?.article.title).toBe("Port Ansel puts off harbour fee after boatmen fill the hall");
  });

  it("takes words of a document for no speech", async () => {
    const { isOf, needsALook } = await only(
      "The report says: “No stone of the breakwater may be moved without leave.”",
    );
    expect({ isOf, needsALook }).toEqual({ isOf: "DOCUMENT", needsALook: false });
  });

  it("finds nothing amiss with a draft that denies words that nobody said", async () => {
    const { verdict, needsALook } = await only("Marta Selk never said “Bananas shall be legal tender from Tuesday”.");
    expect({ verdict, needsALook }).toEqual({ verdict: "NOT_FOUND", needsALook: false });
  });

  it("wants a look at a denial of words that an article has as said", async () => {
    expect(await outcome("Marta Selk never said “We oppose this fee, and we will oppose it in May”.")).toBe(
      "VERBATIM, look",
    );
  });

  it("says why what was said needs a look where the draft denies it", async () => {
    const { summary } = await only("Marta Selk never said “We oppose this fee, and we will oppose it in May”.");
    expect(summary).toMatch(/^The draft denies that it was said, and an article has it as said\. /);
  });

  it("checks a long speech in parts, and the worst of them decides", async () => {
    const sentence = "Esteemed guests, the herring counted twice before breakfast and found the harbour wanting. ";
    const { verdict, claims } = await only(`Marta Selk said: “${sentence.repeat(40).trim()}”`);
    expect(verdict).toBe("NOT_FOUND");
    expect(claims.length).toBe(2);
    expect(claims.join(" ").replace(/\s+/g, " ")).toBe(sentence.repeat(40).trim().replace(/\.$/, "."));
  });

  it("keeps to the articles that a filter lets through", async () => {
    const text = "“It is still a fee, but it is no longer an insult,” Marta Selk said.";
    const verdictWith = async (filter: object) => (await check(text, filter)).quotes[0]?.verdict;
    expect(await verdictWith({ publishers: ["Kestrian News Agency"] })).toBe("VERBATIM");
    expect(await verdictWith({ publishedTo: "2024-04-01T00:00:00.000Z" })).toBe("NOT_FOUND");
  });

  it("counts what it found in a sentence", async () => {
    const { summary } = await check(
      "“We oppose this fee, and we will oppose it in May,” Marta Selk said. “Bananas shall be legal tender,” said Karel Voss.",
    );
    expect(summary).toBe("2 quotes: 1 said in these words, 1 not found. 1 needs a look.");
  });

  it("says so of a draft without quotes", async () => {
    const { quotes, summary } = await check("The tide came in at noon, and went out again.");
    expect(quotes).toEqual([]);
    expect(summary).toMatch(/^No quote was found in the draft/);
  });

  it.each([
    ["that is empty", "  \n", /The draft is empty/],
    ["that is too long", "a ".repeat(MAX_DRAFT_CHARACTERS), /has 1,000,000 characters; at most 500,000/],
    ["that is binary", "\u0000\u0001\u0002PK", /binary/],
  ])("refuses a draft %s with a sentence", async (_, text, sentence) => {
    await expect(check(text)).rejects.toThrow(sentence);
  });
});

describe("checking a draft of very many quotes", () => {
  it("checks a thousand of them, and says how many more there are", async () => {
    const index = await openRealIndex([]);
    onTestFinished(() => index.close());
    const line = (_: unknown, i: number) => `“Herring number ${i} is late,” Selk said.`;
    const text = Array.from({ length: MAX_CHECKED_QUOTES + 5 }, line).join("\n\n");
    const { quotes, unchecked, summary } = await createDraftChecker(index).checkText(text, { filter: {} });
    expect(quotes).toHaveLength(MAX_CHECKED_QUOTES);
    expect(unchecked).toBe(5);
    expect(summary).toMatch(/5 more were not checked/);
  });
});
