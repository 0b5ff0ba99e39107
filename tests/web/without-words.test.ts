import { describe, expect, it } from "vitest";
import { withoutWords } from "../../src/web/page/search/without-words.ts";

describe("a question without the words that named a time", () => {
  it.each([
    ["quay walls in April 2021", "in April 2021", "quay walls"],
    ["What did Voss say in  April\n2021?", "in April 2021", "What did Voss say?"],
    ["In April 2021, what did Voss say?", "In April 2021", "what did Voss say?"],
    ["last week", "last week", ""],
    ["fees (5%) in mid-April 2021", "in mid-April 2021", "fees (5%)"],
  ])("“%s”", (query, words, rest) => {
    expect(withoutWords(query, words)).toBe(rest);
  });
});
