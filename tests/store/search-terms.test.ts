import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HAS_SPECIAL_WORDS, queryTerms, queryWordTerms, searchTerms } from "../../src/store/search-terms.ts";
import { wordStem } from "../../src/store/word-stem.ts";

describe("what a text is found by", () => {
  const isFound = (query: string, text: string) => {
    const terms = new Set(searchTerms(text).map(wordStem));
    return queryWordTerms(query).every((ways) => ways.some((term) => terms.has(wordStem(term))));
  };

  it.each([
    ["9/11", "after 9/11", "boat 9 beat boat 11"],
    ["B&Q", "B&Q sells planks", "plan B, question Q"],
    ["B-52", "a B52 flew", "Plan B has 52 pages"],
    ["U.S.", "the US navy", "they told us"],
    ["US", "the U.S. navy", "they told us"],
    ["us", "the U.S. navy", "the navy"],
    ["WHO", "the WHO warned", "the man who warned"],
    ["covid", "COVID-19 spread", "the cove"],
    ["email", "an e-mail came", "the mail came"],
    ["$5m", "a sum of 5 million dollars", "5 metres"],
    ["ferryman", "the ferry-\nman", "the ferry"],
    ["e-mail", "an email came", "the postman came"],
    ["al-Kasra", "the Al Kasra bridge", "the bridge"],
    ["O'Dwyer", "Fia O’Dwyer painted it", "Fia painted it"],
    ["ODwyer", "Fia O'Dwyer painted it", "O, Dwight painted it"],
    ["Dwyer", "Fia O’Dwyer painted it", "Fia painted it"],
    ["Qur’an", "a quran lay there", "a can lay there"],
    ["Okkels's", "Okkels paved the quay", "the quay's paved"],
    ["the 1990's", "in the 1990s", "in the 1980s"],
    ["don", "Don paved it", "they don't pave it"],
    ["won", "she won it", "she won’t pave it"],
    ["well", "a well was dug", "we'll dig"],
  ])("%s finds “%s”, and not “%s”", (query, text, other) => {
    expect(isFound(query, text)).toBe(true);
    expect(isFound(query, other)).toBe(false);
  });

  it("takes no capitals for initials where all is in capitals", () => {
    expect(searchTerms("TELL US ALL OF IT NOW")).toEqual(["tell", "us", "all", "of", "it", "now"]);
  });

  it("takes what joins searches elsewhere for small words", () => {
    expect(queryTerms("ferry AND fee")).toEqual(["ferry", "and", "fee"]);
  });
});

describe("an apostrophe", () => {
  const letters = fc.stringMatching(/^[a-z]{3,9}$/);
  const apostrophe = fc.constantFrom("'", "’", "ʼ", "`");
  const ending = fc.constantFrom("s", "ll", "ve", "re", "d", "m");

  it("hangs endings on a word that are no part of it", () => {
    fc.assert(
      fc.property(letters, apostrophe, ending, (word, sign, end) => {
        const terms = searchTerms(`the ${word}${sign}${end} fee`);
        expect(terms.filter((term) => term !== HAS_SPECIAL_WORDS)).toEqual(["the", word, "fee"]);
        expect(queryTerms(word + sign + end)).toEqual([word]);
      }),
    );
  });

  it("joins what stands within a word, however it is written", () => {
    fc.assert(
      fc.property(letters, letters, apostrophe, (one, other, sign) => {
        fc.pre(!["ll", "ve", "re"].includes(other));
        const text = searchTerms(`by ${one}${sign}${other} alone`);
        expect(text).toEqual(expect.arrayContaining([one + other, one, other]));
        expect(text).toEqual(expect.arrayContaining([...queryTerms(one + other)]));
      }),
    );
  });

  it("makes one word of a verb that is denied", () => {
    expect(searchTerms("they didn't, can’t and won`t, and shouldn't've")).toEqual(
      "they didnt cant and wont and shouldnt".split(" "),
    );
  });

  it("at the end of a word or before it is a quotation mark, or says nothing", () => {
    expect(searchTerms("the ‘voters’ and the porters' fee of '98")).toEqual(
      "the voters and the porters fee of 98".split(" "),
    );
  });

  it("between as many words as no word has parts them", () => {
    expect(searchTerms("na'na'na'na'na na'na")).toEqual(["na", "na", "na", "na", "na", "nana"]);
  });

  it("leaves a sum of money what it is", () => {
    expect(queryTerms("$5m's worth")).toEqual(["5", "million", "dollars", "worth"]);
  });
});

describe("whatever is asked for", () => {
  const piece = fc.constantFrom(
    ..."ab Z9/&+#$%.-,'’\n".split(""),
    "\u00AD",
    "ﬁ",
    "Ł",
    "US",
    "O'",
    "n't",
    "'s",
    "e-",
    "per cent",
    "½",
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

  it("is found in a text that has it written in the same way, word for word", () => {
    fc.assert(
      fc.property(text, (written) => {
        const terms = new Set(searchTerms(written));
        for (const ways of queryWordTerms(written)) expect(ways.some((term) => terms.has(term))).toBe(true);
      }),
    );
  });

  it("is never an ending alone", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("Dahl", "voters", "what", "did"), { minLength: 1 }), (words) => {
        const written = words.map((word) => `${word}’s`).join(" ");
        expect(queryTerms(written)).toEqual(words.map((word) => word.toLowerCase()));
      }),
    );
  });
});
