import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../src/model/span.ts";
import { textSelectors } from "../../src/model/text-selector.ts";

const HALF_OF_A_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** A text of whole characters, many of them of two code units, with a span between two of them. */
const textWithSpan = fc
  .array(fc.constantFrom("a", " ", "é", "😀", "𝒳", "\n"), { minLength: 1, maxLength: 120 })
  .chain((characters) =>
    fc.tuple(fc.nat(characters.length), fc.nat(characters.length)).map(([a, b]): { text: string; span: Span } => {
      const before = characters.slice(0, Math.min(a, b)).join("").length;
      return {
        text: characters.join(""),
        span: { start: before, end: characters.slice(0, Math.max(a, b)).join("").length },
      };
    }),
  );

describe("text selectors", () => {
  it("count code points where spans count code units", () => {
    const text = "😀😀 “Yes,” she said.";
    expect(textSelectors(text, [{ start: 6, end: 10 }])).toEqual([
      { exact: "Yes,", prefix: "😀😀 “", suffix: "” she said.", start: 4, end: 8 },
    ]);
  });

  it("find the exact words again by code points", () => {
    fc.assert(
      fc.property(textWithSpan, ({ text, span }) => {
        const [selector] = textSelectors(text, [span]);
        expect(Array.from(text).slice(selector?.start, selector?.end).join("")).toBe(text.slice(span.start, span.end));
      }),
    );
  });

  it("give up to 32 code units around the words, and never half a character", () => {
    fc.assert(
      fc.property(textWithSpan, ({ text, span }) => {
        const { exact, prefix, suffix } = textSelectors(text, [span])[0] ?? { exact: "", prefix: "", suffix: "" };
        expect(text.slice(0, span.end).endsWith(prefix + exact)).toBe(true);
        expect(text.slice(span.start).startsWith(exact + suffix)).toBe(true);
        for (const around of [prefix, suffix]) {
          expect(around.length).toBeLessThanOrEqual(32);
          expect(around).not.toMatch(HALF_OF_A_PAIR);
        }
      }),
    );
  });

  it("are one for each span", () => {
    const spans = [
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ];
    expect(textSelectors("one two", spans).map(({ exact }) => exact)).toEqual(["one", "two"]);
  });
});
