import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleAddress, readArticle } from "../../src/web/page/navigation/article-address.ts";
import { MAX_COUNT } from "../../src/web/page/navigation/parameters.ts";
import { type Period, publishedIn } from "../../src/web/page/navigation/period.ts";
import { type PersonState, personAddress, readPerson } from "../../src/web/page/navigation/person-address.ts";
import { readRoute } from "../../src/web/page/navigation/route.ts";
import {
  EMPTY_SEARCH,
  readSearch,
  type SearchState,
  searchAddress,
} from "../../src/web/page/navigation/search-address.ts";
import { readClaim, verifyAddress } from "../../src/web/page/navigation/verify-address.ts";

const words = fc.string({ unit: "grapheme" });
const count = fc.integer({ min: 1, max: MAX_COUNT });
const month = fc
  .tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`);
const period: fc.Arbitrary<Period> = fc.record({
  from: fc.option(month),
  to: fc.option(month),
});

const searchState: fc.Arbitrary<SearchState> = fc.record({
  query: words,
  kept: fc.record({
    speaker: fc.array(words),
    onBehalfOf: fc.array(words),
    voice: fc.array(words),
    assertion: fc.array(words),
    reports: fc.array(words),
    publisher: fc.array(words),
    mentions: fc.array(words),
    place: fc.array(words),
  }),
  period,
  view: fc.constantFrom("ORDER", "SPEAKER"),
  count,
  around: fc.array(words),
});
const personState: fc.Arbitrary<PersonState> = fc.record({
  about: words,
  order: fc.constantFrom("NEWEST", "OLDEST"),
  period,
  count,
});

const parametersOf = (address: string) => new URL(address, "http://localhost").searchParams;

describe("an address", () => {
  it("keeps all that a search shows", () => {
    fc.assert(
      fc.property(searchState, (state) => {
        expect(readSearch(parametersOf(searchAddress(state)))).toEqual(state);
      }),
    );
  });

  it("keeps all that a person's page shows", () => {
    fc.assert(
      fc.property(personState, (state) => {
        expect(readPerson(parametersOf(personAddress("UGVy", state)))).toEqual(state);
      }),
    );
  });

  it("keeps the speaker whose quotes an article sets off, and the place in it", () => {
    const address = articleAddress("QXJ0", { speaker: "UGVy", anchor: "quote-UXVv" });
    expect(address).toBe("/article/QXJ0?speaker=UGVy&quote=UXVv#quote-UXVv");
    expect(readArticle(parametersOf(address), "quote-UXVv")).toEqual({ speaker: "UGVy", anchor: "quote-UXVv" });
  });

  it("keeps the words to check, and whose they are said to be", () => {
    fc.assert(
      fc.property(words, words, (text, speaker) => {
        expect(readClaim(parametersOf(verifyAddress({ text, speaker })))).toEqual({ text, speaker });
      }),
    );
  });

  it("is bare for a search for nothing", () => {
    expect(searchAddress(EMPTY_SEARCH)).toBe("/");
  });

  it("passes over what does not belong there", () => {
    const search = readSearch(parametersOf("/?q=NATO&n=1000&view=UPSIDE&from=soon&colour=red"));
    expect(search).toEqual({ ...EMPTY_SEARCH, query: "NATO" });
    expect(readPerson(parametersOf("/person/UGVy?from=2024-13&to=yesterday")).period).toEqual({ from: null, to: null });
  });
});

it("a period takes in its last month to the end, in UTC", () => {
  expect(publishedIn({ from: "2023-12", to: "2024-02" })).toEqual({
    publishedFrom: "2023-12-01T00:00:00.000Z",
    publishedTo: "2024-02-29T23:59:59.999Z",
  });
});

describe("the address of a page", () => {
  it.each([
    ["/", { page: "SEARCH" }],
    ["/article/QXJ0", { page: "ARTICLE", id: "QXJ0" }],
    ["/person/UGVy", { page: "PERSON", id: "UGVy" }],
    ["/verify", { page: "VERIFY" }],
    ["/person/", { page: "UNKNOWN" }],
    ["/person/UGVy/quotes", { page: "UNKNOWN" }],
    ["/place/UGxh", { page: "UNKNOWN" }],
  ])("%s shows %o", (pathname, route) => {
    expect(readRoute(pathname)).toEqual(route);
  });
});
