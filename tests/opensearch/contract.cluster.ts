import { DIMENSIONS } from "../store/article-fixture.ts";
import { describeQuoteStore } from "../store/quote-store-contract.ts";
import { openEmpty } from "./empty-index.ts";
import { testPlace } from "./test-place.ts";

const place = testPlace("contract", DIMENSIONS);

describeQuoteStore("the store in OpenSearch", () => openEmpty(place));
