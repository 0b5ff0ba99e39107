import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statementsInPassage } from "../../src/web/page/search/statements-in-passage.ts";

describe("the statements of a passage", () => {
  it("are where their words stand in the passage's text, which joins its parts", () => {
    const passage = {
      parts: [
        { start: 0, end: 10 },
        { start: 11, end: 21 },
      ],
      spans: [
        { start: 100, end: 110 },
        { start: 150, end: 160 },
      ],
    };
    expect(
      statementsInPassage(passage, [
        { start: 102, end: 105 },
        { start: 158, end: 170 },
        { start: 120, end: 130 },
      ]),
    ).toEqual([
      { start: 2, end: 5 },
      { start: 19, end: 21 },
    ]);
  });

  it("have in the text the letters that they have in the article", () => {
    const run = fc.property(fc.string({ minLength: 3 }), fc.nat(), fc.nat(), (article, a, b) => {
      const span = { start: 1, end: article.length };
      const text = article.slice(span.start, span.end);
      const words = { start: Math.min(a, b) % article.length, end: Math.max(a, b) % (article.length + 1) };
      for (const { start, end } of statementsInPassage({ parts: [{ start: 0, end: text.length }], spans: [span] }, [
        words,
      ])) {
        expect(text.slice(start, end)).toBe(article.slice(Math.max(1, words.start), words.end));
      }
    });
    fc.assert(run);
  });
});
