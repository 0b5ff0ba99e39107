import { describe, expect, it } from "vitest";
import { WordingGroups } from "../../../../src/store/embedded/chunk-table/wording-groups.ts";

const WORDS =
  "we will not pay this fee whatever the council decides in spring because the harbour belongs to those who work in it and not to those who look at it".split(
    " ",
  );

function groupsOf(...texts: (readonly string[])[]): readonly (number | null)[] {
  const groups = new WordingGroups();
  for (const text of texts) groups.add(text);
  return texts.map((_, i) => groups.sharedBy(i));
}

describe("wordings", () => {
  it("are one where they are the same words", () => {
    expect(groupsOf(WORDS, ["another"], WORDS, WORDS)).toEqual([0, null, 0, 0]);
  });

  it("are one where a word at the edge was left out", () => {
    expect(groupsOf(WORDS, WORDS.slice(1))).toEqual([0, 0]);
  });

  it("are two where half of the words are others", () => {
    const half = [...WORDS.slice(0, 14), ...WORDS.slice(14).map((word) => `${word}x`)];
    expect(groupsOf(WORDS, half)).toEqual([null, null]);
  });

  it("are never one for a few words that many say", () => {
    const thanks = ["thank", "you", "very", "much", "mr", "chair"];
    expect(groupsOf(thanks, thanks)).toEqual([null, null]);
  });
});
