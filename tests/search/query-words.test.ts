import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spanText } from "../../src/model/span.ts";
import { highlight } from "../../src/search/highlight.ts";
import { queryWords } from "../../src/search/query-words.ts";

describe("the words of a query", () => {
  it.each([
    ["what was said about NATO meetings", ["nato", "meetings"]],
    ["What did the Chair say about reimbursing small shops?", ["chair", "reimbursing", "small", "shops"]],
    ["How much did trade grow?", ["trade", "grow"]],
    ["When did she open the harbour herself?", ["open", "harbour"]],
    ["Núñez in São Tomé", ["nunez", "sao", "tome"]],
    ["tax tax TAX", ["tax"]],
    ["Why didn’t she pave Okkels's quay?", ["pave", "okkels", "quay"]],
    ["what's it they've said they'd do about the porters' fee", ["porters", "fee"]],
    ["wasn't it closed", ["closed"]],
  ])("of “%s” are those that carry its matter", (query, words) => {
    expect(queryWords(query)).toEqual(words);
  });

  it("are all of them when none carries matter", () => {
    expect(queryWords("who is he?")).toEqual(["who", "is", "he"]);
  });

  it.each(['"', "*", "NEAR(", "a AND (b", "col:x -y ^z"])("hold no search syntax: %s", (query) => {
    for (const word of queryWords(query)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
  });
});

describe("highlights", () => {
  const marked = (text: string, words: readonly string[]) => highlight(text, words).map((span) => spanText(text, span));

  it("mark the words of the query in all their forms", () => {
    expect(marked("They met. The meeting, like all NATO Meetings, was long.", ["nato", "meetings"])).toEqual([
      "meeting",
      "NATO",
      "Meetings",
    ]);
  });

  it("see through accents, composed or not", () => {
    expect(marked("Núñez and Nu\u0301n\u0303ez", ["nunez"])).toEqual(["Núñez", "Nu\u0301n\u0303ez"]);
  });

  it("mark a word with an apostrophe in whole, and without what hangs on it", () => {
    expect(marked("O’Dwyer's fee, not Don's; they don’t pay", ["odwyer", "fee", "don"])).toEqual([
      "O’Dwyer",
      "fee",
      "Don",
    ]);
  });

  it("mark nothing inside a longer word", () => {
    expect(marked("A catalogue of cats", ["cat"])).toEqual(["cats"]);
  });

  it("lie within the text, in order, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string(), { maxLength: 3 }), (text, words) => {
        const spans = highlight(text, words);
        spans.forEach(({ start, end }, i) => {
          expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        });
      }),
    );
  });
});
