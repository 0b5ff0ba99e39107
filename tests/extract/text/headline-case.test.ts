import { describe, expect, it } from "vitest";
import { inHeadlineCase } from "../../../src/extract/text/headline-case.ts";
import { tagPartsOfSpeech } from "../../../src/extract/text/tag-parts-of-speech.ts";
import { tokenize } from "../../../src/extract/text/tokenize.ts";

/** The words that stand in the case of headlines. */
function headlineWords(text: string, isTitle = false): string {
  const tokens = tagPartsOfSpeech(tokenize(text, { start: 0, end: text.length }));
  const flags = inHeadlineCase(tokens, isTitle);
  return tokens
    .filter((_, at) => flags[at])
    .map(({ word }) => word)
    .join(" ");
}

describe("inHeadlineCase", () => {
  it("tells a headline from the text that a page runs on behind it", () => {
    expect(headlineWords("Mayor Rehn Vows to Mend Tram. She spoke on Monday in the rain.")).toBe(
      "Mayor Rehn Vows to Mend Tram .",
    );
  });

  it("takes a sentence full of names for none, when its verb is written small", () => {
    expect(headlineWords("Ana Rehn met Tomas Berg and Lotte Holm.")).toBe("");
  });

  it("asks two words of a title, three of a sentence", () => {
    expect(headlineWords("Rehn Resigns", true)).toBe("Rehn Resigns");
    expect(headlineWords("Tomas Rehn.")).toBe("");
  });

  it("has a flag for every token", () => {
    const tokens = tagPartsOfSpeech(tokenize("One. Two! Three", { start: 0, end: 15 }));
    expect(inHeadlineCase(tokens)).toHaveLength(tokens.length);
  });
});
