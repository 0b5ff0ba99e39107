import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName } from "../../src/model/fold-name.ts";
import { queryTerms, searchTerms, textWords, wordForms } from "../../src/store/text-words.ts";

describe("the words of a text", () => {
  it.each([
    ["open 7/24 since 9/11", ["open", "7/24", "since", "9/11"]],
    ["R&D at B&Q", ["r&d", "at", "b&q"]],
    ["the D & G show", ["the", "d&g", "show"]],
    ["C++, C# and F#", ["c++", "c#", "and", "f#"]],
    ["two MiG-29s", ["two", "mig29s"]],
    ["1,500 or 1\u00A0500 or 1500", ["1500", "or", "1500", "or", "1500"]],
    ["2.5 and 3, 4", ["2.5", "and", "3", "4"]],
    ["$5m, £ 2.5 billion, €30k", ["5", "million", "dollars", "2.5", "billion", "pounds", "30", "thousand", "euros"]],
    ["5% or 5 per cent or 5 percent", ["5", "percent", "or", "5", "percent", "or", "5", "percent"]],
    ["the U.N. and the UN", ["the", "un", "and", "the", "un"]],
    ["Łódź, Ærø, Đakovo", ["lodz", "aero", "dakovo"]],
    ["har\u00ADbour, oﬃce, ferry-\nman", ["harbour", "office", "ferryman"]],
    ["don’t, long-term", ["don", "t", "long", "term"]],
    ["the end.Next", ["the", "end", "next"]],
    ["at 10:30 on the 15th", ["at", "10", "30", "on", "the", "15th"]],
  ])("of %j are %j", (text, forms) => {
    expect(wordForms(text)).toEqual(forms);
  });

  it("are those of the plain letters where nothing else is in them", () => {
    const plain = fc.array(fc.stringMatching(/^[a-zA-Z][a-z]{0,8}$/), { minLength: 1 });
    const mark = fc.constantFrom(" ", ", ", ". ", "\n", " – ", "? ", "’ ", " “");
    fc.assert(
      fc.property(plain, mark, (words, between) => {
        expect(wordForms(words.join(between))).toEqual(words.map((word) => word.toLowerCase()));
      }),
    );
  });

  it("stand at their offsets in order, whatever the text holds, and are read again as they are", () => {
    const piece = fc.constantFrom(..."ab Z9/&+#$%.-,'’\n".split(""), "\u00AD", "ﬁ", "Ł", "😀", "US", "per cent", "½");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { start, end, form } of textWords(text)) {
          expect(start).toBeGreaterThanOrEqual(Math.min(last, start));
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
          expect(form).not.toBe("");
          if (/^[a-z]+$/.test(form) && text.slice(start, end).length === form.length)
            expect(foldName(text.slice(start, end))).toBe(form);
        }
        expect(searchTerms(text)).toEqual(expect.arrayContaining([...wordForms(text)]));
      }),
    );
  });

  it("take no more than a time that is linear in the text", () => {
    for (const unit of ["$1,", "a.", "a-", "A & ", "9/", "per ", "ﬁ-\n"]) {
      expect(wordForms(unit.repeat(100_000)).length).toBeGreaterThan(0);
    }
  });
});

describe("what a text is found by", () => {
  const isFound = (query: string, text: string) => {
    const terms = new Set(searchTerms(text));
    return queryTerms(query).every((term) => terms.has(term));
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
