import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EMPTY_SEARCH,
  MAX_COUNT,
  readRoute,
  readSearch,
  type SearchState,
  searchAddress,
} from "../../src/web/page/navigation/address.ts";

const searchState: fc.Arbitrary<SearchState> = fc.record({
  query: fc.string({ unit: "grapheme" }),
  speakers: fc.array(fc.string()),
  kind: fc.constantFrom("QUOTE" as const, "PARAGRAPH" as const, null),
  count: fc.integer({ min: 1, max: MAX_COUNT }),
  around: fc.array(fc.string()),
});

const stateAt = (address: string): SearchState => readSearch(new URL(address, "http://localhost").searchParams);

describe("the address of a search", () => {
  it("keeps all of it", () => {
    fc.assert(
      fc.property(searchState, (state) => {
        expect(stateAt(searchAddress(state))).toEqual(state);
      }),
    );
  });

  it("is bare for a search for nothing", () => {
    expect(searchAddress(EMPTY_SEARCH)).toBe("/");
  });

  it("passes over what does not belong there", () => {
    expect(stateAt("/?q=NATO&kind=TITLE&n=1000&colour=red")).toEqual({ ...EMPTY_SEARCH, query: "NATO" });
  });
});

describe("the address of a page", () => {
  it.each([
    ["/", { page: "SEARCH" }],
    ["/article/QXJ0", { page: "ARTICLE", id: "QXJ0" }],
    ["/person/UGVy", { page: "PERSON", id: "UGVy" }],
    ["/person/", { page: "UNKNOWN" }],
    ["/person/UGVy/quotes", { page: "UNKNOWN" }],
    ["/place/UGxh", { page: "UNKNOWN" }],
  ])("%s shows %o", (pathname, route) => {
    expect(readRoute(pathname)).toEqual(route);
  });
});
