import { describe, expect, it } from "vitest";
import { textWithSeams, wordParts } from "../../src/web/page/quote/word-parts.ts";

const shown = (text: string, exacts: readonly string[]) =>
  wordParts(text, exacts).map(({ start, end, followedBy }) => [text.slice(start, end), followedBy]);

describe("the parts of a quote", () => {
  it("tell where the article speaks in between, and where a paragraph ends", () => {
    expect(shown("I will, go.\n\nSoon.", ["I will,", "go.", "Soon."])).toEqual([
      ["I will,", "INTERRUPTION"],
      ["go.", "PARAGRAPH"],
      ["Soon.", "END"],
    ]);
  });

  it("are joined with an ellipsis where the article speaks in between", () => {
    const parts = ["I will,", "go.", "Soon."].map((exact) => ({ exact }));
    expect(textWithSeams("I will, go.\n\nSoon.", parts)).toBe("I will, … go. Soon.");
  });

  it("are found in order where words come twice", () => {
    expect(wordParts("no, no", ["no,", "no"]).map(({ start }) => start)).toEqual([0, 4]);
  });

  it("are one where the text does not hold them", () => {
    expect(shown("Something else.", ["I will,"])).toEqual([["Something else.", "END"]]);
  });
});
