import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Mark, type Stretch, textSegments } from "../../src/web/page/quote/text-segments.ts";

const stretch = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const marks = fc.array(stretch, { maxLength: 8 }).map((all) => all.map((one, value) => ({ ...one, value })));

describe("the segments of a text", () => {
  it("set off what is marked, and leave the rest", () => {
    const quote = { start: 4, end: 9, value: "quote" };
    expect(textSegments({ start: 0, end: 12 }, [quote])).toEqual([
      { start: 0, end: 4, mark: null },
      { start: 4, end: 9, mark: quote },
      { start: 9, end: 12, mark: null },
    ]);
  });

  it("show a quote within a paraphrase", () => {
    const paraphrase = { start: 0, end: 10, value: "paraphrase" };
    const quote = { start: 3, end: 6, value: "quote" };
    const shown = textSegments({ start: 0, end: 10 }, [paraphrase, quote]).map(({ mark }) => mark?.value);
    expect(shown).toEqual(["paraphrase", "quote", "paraphrase"]);
  });

  it("show the part of a mark that reaches in from outside", () => {
    const long = { start: 0, end: 100, value: true };
    expect(textSegments({ start: 40, end: 50 }, [long])).toEqual([{ start: 40, end: 50, mark: long }]);
  });

  it("follow each other from end to end, each under the shortest mark over it", () => {
    fc.assert(
      fc.property(stretch, marks, (whole, all) => {
        const segments = textSegments(whole, all);
        const offsets = segments.flatMap(({ start, end, mark }) =>
          Array.from({ length: end - start }, (_, i) => ({ offset: start + i, length: lengthOf(mark) })),
        );
        expect(offsets).toEqual(offsetByOffset(whole, all));
      }),
    );
  });
});

const lengthOf = (mark: Stretch | null): number | null => (mark === null ? null : mark.end - mark.start);

/** The naive oracle: asks every mark about every offset. */
function offsetByOffset(whole: Stretch, all: readonly Mark<number>[]) {
  return Array.from({ length: whole.end - whole.start }, (_, i) => {
    const offset = whole.start + i;
    const over = all.filter(({ start, end }) => start <= offset && offset < end).map(({ start, end }) => end - start);
    return { offset, length: over.length === 0 ? null : Math.min(...over) };
  });
}
