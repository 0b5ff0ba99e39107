import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeInSentence } from "../../src/web/page/quote/place-in-sentence.ts";

const SENTENCE = { start: 100, end: 148 };
const TEXT = "Brink refused to sweep the square before Easter.";

describe("a statement in its sentence", () => {
  it("is marked where it stands, and the words that were looked for in it", () => {
    const words = "to sweep the square before Easter";
    const { highlights, rest } = placeInSentence(SENTENCE, {
      parts: [{ start: 0, end: words.length }],
      spans: [{ start: 114, end: 147 }],
      highlights: [{ start: 13, end: 19, kind: "WORD" }],
    });
    expect(highlights.map(({ start, end, kind }) => [TEXT.slice(start, end), kind])).toEqual([
      [words, "STATEMENT"],
      ["square", "WORD"],
    ]);
    expect(rest).toEqual([]);
  });

  it("goes on behind the sentence with what is left of its words", () => {
    const parts = [
      { start: 0, end: 20 },
      { start: 22, end: 40 },
    ];
    const spans = [
      { start: 138, end: 158 },
      { start: 160, end: 178 },
    ];
    expect(placeInSentence(SENTENCE, { parts, spans, highlights: [] }).rest).toEqual([
      { start: 10, end: 20 },
      { start: 22, end: 40 },
    ]);
  });

  it("keeps each highlight on the same words, whatever the parts", () => {
    const part = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.nat(30), fc.nat(9), (lengths, start, length) => {
        const article = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+-*/.,;:!?".repeat(2);
        const spans: { start: number; end: number }[] = [];
        for (const [gap, size] of lengths) {
          const from = (spans.at(-1)?.end ?? 0) + gap;
          spans.push({ start: from, end: from + size });
        }
        const text = spans.map((span) => article.slice(span.start, span.end)).join(" ");
        let offset = 0;
        const parts = spans.map((span) => {
          const placed = { start: offset, end: offset + span.end - span.start };
          offset = placed.end + 1;
          return placed;
        });
        const asked = { start, end: Math.min(text.length, start + length), kind: "WORD" } as const;
        const { highlights } = placeInSentence({ start: 0, end: 200 }, { parts, spans, highlights: [asked] });
        const shown = highlights.filter(({ kind }) => kind === "WORD").map((one) => article.slice(one.start, one.end));
        expect(shown.join("")).toBe(text.slice(asked.start, asked.end).replaceAll(" ", ""));
      }),
    );
  });
});
