import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../../src/extract/text/tokenize.ts";
import { plainLetters } from "../../../src/model/text-noise.ts";

const whole = (text: string) => ({ start: 0, end: text.length });
const shown = (text: string): string => plainLetters(text).replace(/\s/g, "");
const words = (text: string): string =>
  tokenize(text, whole(text))
    .map(({ word }) => word)
    .join(" ");

describe("tokenize", () => {
  it.each([
    ["Mr. Berg left. He came back.", "Mr. Berg left . He came back ."],
    ["the U.S. Senate", "the U.S. Senate"],
    ["J. Berg and I. You know", "J. Berg and I . You know"],
    ["didn’t Tarn’s we'll", "did n't Tarn 's we 'll"],
    ["3.5 percent, 1,200 houses", "3.5 percent , 1,200 houses"],
    ["''Yes,'' he said -- twice...", "'' Yes , '' he said -- twice ..."],
    ["a well-known face", "a well-known face"],
    ["Ada Mar\u00ADlow’s oﬃce", "Ada Marlow 's office"],
    ["the gov-\nernor, Rosa Vane-\nHolt", "the governor , Rosa Vane-Holt"],
  ])("%s", (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it("gives offsets into the whole text, and loses nothing but what does not show", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, piece) => {
        const text = before + piece;
        const tokens = tokenize(text, { start: before.length, end: text.length });
        const pieces = tokens.map(({ start, end }) => text.slice(start, end));
        expect(shown(pieces.join(""))).toBe(shown(piece));
        expect(tokens.every(({ start, end }) => before.length <= start && start < end)).toBe(true);
      }),
    );
  });
});
