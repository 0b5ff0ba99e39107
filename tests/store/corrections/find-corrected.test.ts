import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAINLY_SAID, type Quote } from "../../../src/model/quote.ts";
import type { Span } from "../../../src/model/span.ts";
import { textSelectors } from "../../../src/model/text-selector.ts";
import { findCorrected } from "../../../src/store/corrections/find-corrected.ts";

/** A quote at some spans; what else it is does not count here. */
const quoteAt = (...spans: readonly Span[]): Quote => ({
  ...PLAINLY_SAID,
  ...{ id: JSON.stringify(spans), articleId: "a", kind: "DIRECT", spans, cue: null, speakerMention: null },
  ...{ speakerId: null, sentence: { start: 0, end: 0 }, confidence: 1 },
});
const wordsOf = (text: string, { id, spans }: Quote) => ({
  articleId: "a",
  quoteId: id,
  selectors: textSelectors(text, spans),
});
const article = (text: string) => ({ text, paragraphs: [{ start: 0, end: text.length }] });

const said = fc.constantFrom("no comment", "we will see", "the ferry stays where it is", "never");

describe("the quote that a correction is about", () => {
  it("is the very one it was made of, among all of its article's, though the same words are said again", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.lorem(), said), { minLength: 1, maxLength: 8 }), fc.nat(), (parts, pick) => {
        let text = "";
        const quotes = parts.map(([before, words]) => {
          text += `${before} “`;
          const start = text.length;
          text += words;
          const quote = quoteAt({ start, end: text.length });
          text += "” ";
          return quote;
        });
        const chosen = quotes[pick % quotes.length] as Quote;
        expect(findCorrected(article(text), quotes, wordsOf(text, chosen))).toBe(chosen);
      }),
    );
  });

  it("is found where text was put in before it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (put) => {
        const before = "It rained. “We will see,” said Marsh.";
        const old = quoteAt({ start: 12, end: 24 });
        const text = `${put} ${before}`;
        const moved = quoteAt({ start: text.lastIndexOf("We will"), end: text.lastIndexOf("We will") + 12 });
        expect(findCorrected(article(text), [moved], wordsOf(before, old))).toBe(moved);
      }),
    );
  });

  it("is the one that shares most of the place, in several stretches too", () => {
    const text = "“We will,” said Marsh, “see about that.” “See,” she said.";
    const split = quoteAt({ start: 1, end: 9 }, { start: 24, end: 39 });
    const longer = quoteAt({ start: 1, end: 40 });
    const other = quoteAt({ start: 42, end: 46 });
    expect(findCorrected(article(text), [other, longer], wordsOf(text, split))).toBe(longer);
    expect(findCorrected(article(text), [other], wordsOf(text, split))).toBeNull();
  });

  it("is none where the words are gone and no quote has half of them", () => {
    const before = "“The ferry stays where it is,” said Marsh.";
    const words = wordsOf(before, quoteAt({ start: 1, end: 28 }));
    const text = "“The ferry goes, and that is that,” said Marsh.";
    expect(findCorrected(article(text), [quoteAt({ start: 1, end: 34 })], words)).toBeNull();
  });
});
