import { describe, expect, it } from "vitest";
import { wordsIn } from "../../../src/search/verify/words.ts";

const forms = (text: string) => wordsIn(text, { start: 0, end: text.length }).map(({ form }) => form);

describe("the form of words", () => {
  it.each([
    ["The colour of labour", "the color of labor"],
    ["They organised the centre", "They organized the center"],
    ["the traveller’s purse", "the traveler's purse"],
    ["He recognises privatisation", "he recognizes privatization"],
    ["17 per cent", "17%"],
    ["84,000 crowns", "84000 crowns"],
    ["Núñez & sons", "NUNEZ and sons"],
    ["the U.S. navy", "the US navy"],
    ["the boatmen’s guild", "the boatmen's guild"],
    ["[I]f they come", "if they come"],
    ["Well, um, uh, yes", "Well yes"],
    ["−5 degrees", "-5 degrees"],
    ["the har\u00ADbour oﬃce", "the harbour office"],
    ["a ferry-\nman", "a ferryman"],
  ])("is one for “%s” and “%s”", (a, b) => {
    expect(forms(a)).toEqual(forms(b));
  });

  it.each([
    ["four", "for"],
    ["a tonne", "a ton"],
    ["$5", "€5"],
    ["4.1 million", "41 million"],
    ["1,5", "15"],
    ["-5", "5"],
    ["do not", "do"],
    ["its", "it's"],
    ["prize", "prise"],
    ["its size", "its sise"],
  ])("tells “%s” from “%s”", (a, b) => {
    expect(forms(a)).not.toEqual(forms(b));
  });

  it("stands at the offsets of its word", () => {
    const text = "“The wall,” 17 per cent, U.S.-made";
    expect(wordsIn(text, { start: 1, end: text.length }).map(({ start, end }) => text.slice(start, end))).toEqual([
      "The",
      "wall",
      "17",
      "per cent",
      "U.S.",
      "made",
    ]);
  });
});
