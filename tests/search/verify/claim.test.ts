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
    ["Is it true, as a post on the quay has it, that Selk said “We oppose it”?", "we oppose it"],
    ["Did Selk, of all people, ever write the words “We oppose it?”", "we oppose it"],
    ["Did Selk, who wrote “The Long Quay”, oppose it?", "did selk who wrote the long quay oppose it"],
    [
      "The council voted by nine to two to keep it after the mayor asked, “Will we raise it?”",
      "the council voted by nine to two to keep it after the mayor asked will we raise it",
    ],
    ["Did Selk really refuse to say “We oppose it”?", "did selk really refuse to say we oppose it"],
    ["Is it true that Selk never said “We oppose it”?", "is it true that selk never said we oppose it"],
  ])("leaves marks aside, and who spoke: %s", (text, words) => {
    expect(read(text)).toBe(words);
  });

  it.each([
    ["Marta Selk: We oppose this fee", "we oppose this fee"],
    ["SELK: We oppose this fee", "we oppose this fee"],
    ["Marta Selk, chairwoman of the guild: We oppose this fee", "we oppose this fee"],
    ["The chairwoman said: we oppose this fee", "we oppose this fee"],
    ["She said: we oppose this fee", "we oppose this fee"],
    ["We oppose this fee – Marta Selk", "we oppose this fee"],
    ["We oppose this fee (Marta Selk, chairwoman)", "we oppose this fee"],
    ["We oppose this fee, said Marta Selk.", "we oppose this fee"],
    ["We oppose this fee, Selk told reporters", "we oppose this fee"],
  ])("leaves who spoke aside without marks, too: %s", (text, words) => {
    expect(read(text)).toBe(words);
  });

  it.each([
    ["Warning: the quay is shut", "warning the quay is shut"],
    ["One thing is sure: we oppose it", "one thing is sure we oppose it"],
    ["Selk denied saying: we oppose it", "selk denied saying we oppose it"],
    ["We oppose the fee – not the quay", "we oppose the fee not the quay"],
    ["It is wrong (and dear)", "it is wrong and dear"],
    ["It is wrong, and I said so", "it is wrong and i said so"],
    ["Selk: no fee", "selk no fee"],
  ])("leaves no words aside that may have been said: %s", (text, words) => {
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
    ["It took five [hundred] boats", "it took 500 boats"],
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
