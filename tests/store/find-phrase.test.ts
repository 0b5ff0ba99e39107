import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phraseEnd } from "../../src/store/find-phrase.ts";
import { textWords, wordForms } from "../../src/store/text-words.ts";

const holds = (text: string, phrase: string): boolean => {
  const words = textWords(text);
  return words.some((_, from) => phraseEnd(words, from, wordForms(phrase)) >= 0);
};

describe("a phrase", () => {
  it.each([
    ["a long-term lease", "long term lease"],
    ["a long-term lease", "longterm lease"],
    ["a long term lease", "long-term lease"],
    ["before the har-\nvest came", "before the harvest came"],
    ["a well-\nknown man", "well known man"],
    ["some 1,500 boats", "1500 boats"],
    ["it cost $5m then", "5 million dollars"],
    ["the U.S. firm", "the US firm"],
    ["the US firm", "the U.S. firm"],
    ["a COVID-19 test", "covid 19 test"],
    ["they don’t wear", "don't wear"],
  ])("stands in “%s” as “%s”", (text, phrase) => {
    expect(holds(text, phrase)).toBe(true);
  });

  it.each([
    ["the rapist ran", "therapist ran"],
    ["boat 9 beat boat 11", "9/11"],
    ["some 1,500 boats", "500 boats"],
    ["a lease for a long term", "long term lease"],
  ])("stands not in “%s” as “%s”", (text, phrase) => {
    expect(holds(text, phrase)).toBe(false);
  });

  it("of plain words stands where its words do, one after the other", () => {
    const words = fc.array(fc.constantFrom("one", "boat", "quay"), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, words, (text, phrase) => {
        expect(holds(text.join(" "), phrase.join(" "))).toBe(` ${text.join(" ")} `.includes(` ${phrase.join(" ")} `));
      }),
    );
  });
});
