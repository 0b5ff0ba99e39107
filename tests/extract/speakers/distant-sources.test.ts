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
    const distant = articleOf("“It will fall before the winter comes.” That was the view of Mary Rehn.");
    const cued = articleOf("“It will fall before the winter comes,” said Mary Rehn.");
    const [quote] = extractArticle(distant).quotes;
    expect(cut(distant, quote?.speakerMention ?? null)).toBe("Mary Rehn");
    expect(quote?.confidence).toBeLessThan(extractArticle(cued).quotes[0]?.confidence ?? 0);
  });
});
