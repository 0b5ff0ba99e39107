import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HeldWords } from "../../../src/search/answer/held-words.ts";
import { searchTerms } from "../../../src/store/search-terms.ts";
import { wordStem } from "../../../src/store/word-stem.ts";

describe("the words that texts hold", () => {
  it("are those whose stem any of their words has", () => {
    const word = fc.constantFrom(
      "fees",
      "fee",
      "paving",
      "paved",
      "pave",
      "Okkels’s",
      "O'Dwyer",
      "e-mail",
      "9/11",
      "Řím",
      "US",
    );
    fc.assert(
      fc.property(fc.array(word), fc.array(word, { minLength: 1 }), (text, asked) => {
        const held = new HeldWords(asked.flatMap(searchTerms));
        held.read(text.join(" "));
        const stems = new Set(searchTerms(text.join(" ")).map(wordStem));
        for (const terms of asked.map(searchTerms)) {
          expect(held.hasAny(terms)).toBe(terms.some((term) => stems.has(wordStem(term))));
        }
      }),
    );
  });

  it("add up over texts", () => {
    const held = new HeldWords(["quay", "sluice", "lock"]);
    held.read("Two quays.");
    held.read("The sluices leak.");
    expect([["quay"], ["sluice"], ["lock"], ["lock", "quay"], []].map((ways) => held.hasAny(ways))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });
});
