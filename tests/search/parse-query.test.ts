import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "../../src/search/parse-query.ts";

const NOTHING = { phrases: [], excluded: [], speakers: [], publishers: [] };

describe("the syntax of a query", () => {
  it.each([
    ["what was said about NATO?", { text: "what was said about NATO?" }],
    ['fee "harbour master"', { text: "fee harbour master", phrases: [["harbour", "master"]] }],
    ["“harbour master” fee", { text: "harbour master fee", phrases: [["harbour", "master"]] }],
    ['fee -council -"city hall"', { text: "fee", excluded: [["council"], ["city", "hall"]] }],
    ["fee speaker:Orlanov", { text: "fee", speakers: ["Orlanov"] }],
    ['SPEAKER:"Olga Brandvold" fee', { text: "fee", speakers: ["Olga Brandvold"] }],
    ['publisher:"The Gull" fee', { text: "fee", publishers: ["The Gull"] }],
    ["a well-known fee - 5", { text: "a well-known fee - 5" }],
    ['an open "mark', { text: 'an open "mark' }],
    ['nothing in "***" marks', { text: 'nothing in "***" marks' }],
    ["text:fee speaker: nobody", { text: "text:fee speaker: nobody" }],
  ])("of %j", (query, expected) => {
    expect(parseQuery(query)).toEqual({ ...NOTHING, ...expected });
  });

  it("is read from anything at all, in linear time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 1_000 }), (query) => {
        expect(parseQuery(query).text.length).toBeLessThanOrEqual(query.length);
      }),
    );
    expect(parseQuery('"-speaker:'.repeat(100)).text).toBeDefined();
  });
});
