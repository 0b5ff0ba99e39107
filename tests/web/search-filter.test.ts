import { describe, expect, it } from "vitest";
import { EMPTY_SEARCH, type Kept } from "../../src/web/page/navigation/search-address.ts";
import { searchFilter } from "../../src/web/page/search/search-filter.ts";

const filterFor = (kept: Partial<Kept>) => searchFilter({ ...EMPTY_SEARCH, kept: { ...EMPTY_SEARCH.kept, ...kept } });

describe("the filter of a search", () => {
  it("is empty where all is kept", () => {
    expect(filterFor({})).toEqual({});
  });

  it("has a condition for each facet and for the period", () => {
    const kept = {
      ...EMPTY_SEARCH.kept,
      speaker: ["UGVy"],
      publisher: ["Courier"],
      mentions: ["T3Jn"],
      place: ["UGxh"],
      onBehalfOf: ["UGVz"],
      assertion: ["DENIED", "nonsense"],
      reports: ["WORDS"],
    };
    expect(searchFilter({ kept, period: { from: "2024-03", to: null } })).toEqual({
      speaker: ["UGVy"],
      publisher: ["Courier"],
      mentions: ["T3Jn"],
      place: ["UGxh"],
      onBehalfOf: ["UGVz"],
      assertions: ["DENIED"],
      reports: ["WORDS"],
      publishedFrom: "2024-03-01T00:00:00.000Z",
    });
  });

  it("keeps quotes of the chosen kinds", () => {
    expect(filterFor({ voice: ["DIRECT", "MIXED"] })).toEqual({ quoteKinds: ["DIRECT", "MIXED"] });
  });

  it("keeps paragraphs by leaving out the quotes of all other kinds", () => {
    expect(filterFor({ voice: ["PARAGRAPH", "DIRECT"] })).toEqual({
      not: { quoteKinds: ["TRANSCRIPT", "MIXED", "INDIRECT"] },
    });
  });
});
