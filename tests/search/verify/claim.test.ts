import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readClaim } from "../../../src/search/verify/claim.ts";

/** The words of a claim, each behind an ellipsis that stands before it, those in brackets in brackets. */
const read = (text: string): string =>
  readClaim(text)
    .words.map(({ form, isEditorial, hasGapBefore }) => (hasGapBefore ? "… " : "") + (isEditorial ? `[${form}]` : form))
    .join(" ");

describe("reading a claim", () => {
  it.each([
    ["We oppose this fee.", "we oppose this fee"],
    ["“We oppose this fee,” Selk said on Monday.", "we oppose this fee"],
    ["“The wall,” said Thorsen, “is only as good as the meadow.”", "the wall is only as good as the meadow"],
    ["“One.\n\n“Two,” he said.", "one two"],
    ["Selk: “We oppose this fee.”", "we oppose this fee"],
    ["“We oppose this fee.” – Marta Selk", "we oppose this fee"],
    ["He would not “raise taxes”", "he would not raise taxes"],
    ["She denied that “the sea is full”", "she denied that the sea is full"],
    ["We called it “crowded” for years and said so", "we called it crowded for years and said so"],
    ["'Not today,' he says", "not today he says"],
  ])("leaves marks aside, and who spoke: %s", (text, words) => {
    expect(read(text)).toBe(words);
  });

  it.each([
    ["We oppose … in May", "we oppose … in may"],
    ["We oppose ... in May", "we oppose … in may"],
    ["We oppose . . . in May", "we oppose … in may"],
    ["We oppose [...] in May", "we oppose … in may"],
    ["We oppose [] in May", "we oppose … in may"],
    ["We oppose (…) in May", "we oppose … in may"],
    ["…We oppose it…", "we oppose it"],
  ])("sees that words were left out: %s", (text, words) => {
    expect(read(text)).toBe(words);
  });

  it.each([
    ["[The mayor] will pay", "[the] [mayor] will pay"],
    ["[T]he wall", "the wall"],
    ["They attack[ed] us", "they [attacked] us"],
    ["The [sic] wall", "the wall"],
  ])("sees what brackets put in: %s", (text, words) => {
    expect(read(text)).toBe(words);
  });

  it("gives words that stand in the text in order, whatever it holds", () => {
    const unit = fc.constantFrom(
      "a",
      "Fee",
      " ",
      "\n",
      "“",
      "”",
      '"',
      "'",
      "[",
      "]",
      "…",
      "...",
      ".",
      "é",
      "😀",
      "4.5",
      "-",
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const { words } = readClaim(text);
        words.forEach(({ start, end, form }, i) => {
          expect(start).toBeGreaterThanOrEqual(words[i - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(form).not.toBe("");
        });
      }),
    );
  });
});
