import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName } from "../../src/model/fold-name.ts";
import { textWords, wordForms } from "../../src/store/text-words.ts";

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
          const written = text.slice(start, end);
          if (/^[a-z]+$/i.test(written) && written.length === form.length) expect(foldName(written)).toBe(form);
        }
      }),
    );
  });

  it("take no more than a time that is linear in the text", () => {
    for (const unit of ["$1,", "a.", "a-", "A & ", "9/", "per ", "ﬁ-\n", "a'"]) {
      expect(wordForms(unit.repeat(100_000)).length).toBeGreaterThan(0);
    }
  });
});
