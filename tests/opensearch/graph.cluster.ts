import { afterEach, beforeEach, describe } from "vitest";
import type { QuoteStoreWriter } from "../../src/store/quote-store.ts";
import { DIMENSIONS } from "../store/article-fixture.ts";
import { describeNearest } from "../store/contract/nearest.ts";
import { describeRank } from "../store/contract/rank.ts";
import { openEmpty } from "./empty-index.ts";
import { testPlace } from "./test-place.ts";

/** As an index of many millions, where vectors are not compared one by one. */
const place = { ...testPlace("graph", DIMENSIONS), scansUpTo: 0 };

describe("the store in OpenSearch, by the graph of vectors", () => {
  let store: QuoteStoreWriter;
  beforeEach(async () => {
    store = await openEmpty(place);
  });
  afterEach(() => store.close());

  describeNearest(() => store);
  describeRank(() => store);
});
