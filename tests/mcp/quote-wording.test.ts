import { describe, expect, it } from "vitest";
import { shownWords, wordsAt } from "../../src/mcp/quote-wording.ts";
import type { Article } from "../../src/model/article.ts";
import type { Span } from "../../src/model/span.ts";
import { articleFrom } from "../store/article-fixture.ts";

const TALKS = articleFrom({
  key: "talks",
  passages: [{ words: "“We came,” he said, “to talk.”" }, { words: "“Nothing else.”" }],
}).article;

const placeOf = ({ text }: Article, words: string): Span => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

const SPLIT = ["We came,", "to talk.", "Nothing else."].map((words) => placeOf(TALKS, words));

describe("a quote in several stretches", () => {
  it("marks what the article puts between them", () => {
    expect(wordsAt(TALKS, SPLIT)).toBe("We came, […] to talk.\n\nNothing else.");
  });

  it("has each stretch in quotation marks of its own, for nobody said them in one breath", () => {
    const shown = shownWords(wordsAt(TALKS, SPLIT), "verbatim", false);
    expect(shown).toBe("“We came,” […] “to talk.”\n\n“Nothing else.”");
    for (const [, stretch = ""] of shown.matchAll(/“(.*?)”/gs)) expect(TALKS.text).toContain(stretch);
  });
});

describe("quotation marks", () => {
  it("go around verbatim words only", () => {
    expect(shownWords("We came.", "verbatim", false)).toBe("“We came.”");
    expect(shownWords("they had come", "paraphrase", false)).toBe("they had come");
    expect(shownWords('they had come "to talk"', "mixed", false)).toBe('they had come "to talk"');
  });

  it("leave out the sign that the words go on", () => {
    expect(shownWords("We came", "verbatim", true)).toBe("“We came” […]");
  });
});
