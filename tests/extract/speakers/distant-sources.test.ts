import { describe, expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { articleOf, cut, quotesOf } from "../extract-text.ts";

describe("a quote whose cue no rule knows", () => {
  it("is of whom its paragraph names nearest before it", () => {
    const text =
      "Mary Rehn was sure. John Berg shook his head. The note went on: “It will fall before the winter comes.”";
    expect(quotesOf(text)).toEqual(["DIRECT | John Berg | It will fall before the winter comes."]);
  });

  it("else of whom its paragraph names behind it", () => {
    const text = "“It will fall before the winter comes.” That was the view of Mary Rehn.";
    expect(quotesOf(text)).toEqual(["DIRECT | Mary Rehn | It will fall before the winter comes."]);
  });

  it("is trusted less than one with a cue", () => {
    const article = articleOf("“It will fall before the winter comes.” That was the view of Mary Rehn.");
    const [quote] = extractArticle(article).quotes;
    expect(cut(article, quote?.speakerMention ?? null)).toBe("Mary Rehn");
    expect(quote?.confidence).toBeLessThan(0.7);
  });
});
