import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Mark, type Stretch, textSegments } from "../../src/web/page/quote/text-segments.ts";

const stretch = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const marks = fc.array(stretch, { maxLength: 8 }).map((all) => all.map((one, value) => ({ ...one, value })));

describe("the segments of a text", () => {
  it("set off what is marked, and leave the rest", () => {
    const quote = { start: 4, end: 9, value: "quote" };
    expect(textSegments({ start: 0, end: 12 }, [quote])).toEqual([
      { start: 0, end: 4, marks: [] },
      { start: 4, end: 9, marks: [quote] },
      { start: 9, end: 12, marks: [] },
    ]);
  });

  it("show a quote within a paraphrase, the paraphrase around it", () => {
    const paraphrase = { start: 0, end: 10, value: "paraphrase" };
    const quote = { start: 3, end: 6, value: "quote" };
    const shown = textSegments({ start: 0, end: 10 }, [quote, paraphrase]);
    expect(shown.map(({ marks }) => marks.map(({ value }) => value))).toEqual([
      ["paraphrase"],
      ["paraphrase", "quote"],
      ["paraphrase"],
    ]);
  });

  it("show the part of a mark that reaches in from outside", () => {
    const long = { start: 0, end: 100, value: true };
    expect(textSegments({ start: 40, end: 50 }, [long])).toEqual([{ start: 40, end: 50, marks: [long] }]);
  });

  it("follow each other from end to end, each under all the marks over it", () => {
    fc.assert(
      fc.property(stretch, marks, (whole, all) => {
        const offsets = textSegments(whole, all).flatMap(({ start, end, marks }) =>
          Array.from({ length: end - start }, (_, i) => ({ offset: start + i, marks: valuesOf(marks) })),
        );
        expect(offsets).toEqual(offsetByOffset(whole, all));
      }),
    );
  });
});

const valuesOf = (marks: readonly Mark<number>[]): readonly number[] => marks.map(({ value }) => value).sort();

/** The naive oracle: asks every mark about every offset. */
const offsetByOffset = (whole: Stretch, all: readonly Mark<number>[]) =>
  Array.from({ length: whole.end - whole.start }, (_, i) => {
    const offset = whole.start + i;
    return { offset, marks: valuesOf(all.filter(({ start, end }) => start <= offset && offset < end)) };
  });
