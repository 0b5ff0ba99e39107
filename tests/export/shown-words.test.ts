import { describe, expect, it } from "vitest";
import { shownWords } from "../../src/export/quote-row.ts";
import { articleFrom } from "../store/article-fixture.ts";

describe("the words of a quote as they can be printed", () => {
  it("have an ellipsis where the article interrupts them", () => {
    const { article, quotes } = articleFrom({
      key: "split",
      entities: [{ name: "Greta Lund" }],
      passages: [{ words: "“We mend it,” Greta Lund said, “or we sink.”", by: "Greta Lund" }],
    });
    const [quote] = quotes;
    const spanOf = (words: string) => ({
      start: article.text.indexOf(words),
      end: article.text.indexOf(words) + words.length,
    });
    if (quote === undefined) throw new Error("no quote");
    const spans = [spanOf("We mend it,"), spanOf("or we sink.")];
    expect(shownWords({ quote: { ...quote, spans }, article })).toBe("We mend it, … or we sink.");
  });
});
