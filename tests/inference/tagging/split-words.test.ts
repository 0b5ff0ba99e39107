import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterCase, splitWords } from "../../../src/inference/tagging/split-words.ts";
import { readable } from "../../../src/model/text-noise.ts";

const wordsOf = (text: string) => splitWords(text, { start: 0, end: text.length }).map((word) => word.text);

describe("words for the tagger", () => {
  it("are runs of letters and digits, and every other sign by itself", () => {
    expect(wordsOf("“We don’t,” said Café No. 9—late.")).toEqual([
      "“",
      "We",
      "don",
      "’",
      "t",
      ",",
      "”",
      "said",
      "Café",
      "No",
      ".",
      "9",
      "—",
      "late",
      ".",
    ]);
  });

  it("know where they stand in the whole text", () => {
    const text = "One. Two three.";
    expect(splitWords(text, { start: 5, end: 14 })).toEqual([
      { text: "Two", start: 5, end: 8 },
      { text: "three", start: 9, end: 14 },
    ]);
  });

  it("are spelled as a reader sees them, without noise, at offsets of the text with it", () => {
    const text = "Ada Mar\u00ADlow, har-\nbour";
    expect(wordsOf(text)).toEqual(["Ada", "Marlow", ",", "harbour"]);
    expect(splitWords(text, { start: 0, end: text.length })[1]).toMatchObject({ start: 4, end: 11 });
  });

  it("stand in the text to the letter but for noise, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const word of splitWords(text, { start: 0, end: text.length })) {
          expect(readable(text.slice(word.start, word.end))).toBe(word.text);
        }
      }),
    );
  });

  it("tell the case of their letters", () => {
    expect(["said", "Rehn", "NATO", "A", "iPad", "9", "“", "Élan"].map(letterCase)).toEqual([0, 1, 2, 1, 0, 0, 0, 1]);
  });
});
