import { afterEach, beforeEach, describe } from "vitest";
import type { QuoteStoreWriter } from "../../src/store/quote-store.ts";
import { describeArticles } from "./contract/articles.ts";
import { describeChunkFilter } from "./contract/chunk-filter.ts";
import { describeChunks } from "./contract/chunks.ts";
import { describeCorrections } from "./contract/corrections.ts";
import { describeCorrectionsInAnyOrder } from "./contract/corrections-in-any-order.ts";
import { describeEntities } from "./contract/entities.ts";
import { describeJoining } from "./contract/joining.ts";
import { describeNearest } from "./contract/nearest.ts";
import { describeQuotes } from "./contract/quotes.ts";
import { describeRank } from "./contract/rank.ts";
import { describeShortNames } from "./contract/short-names.ts";
import { describeSpeakerStatistics } from "./contract/speaker-statistics.ts";
import { describeWording } from "./contract/wording.ts";
import { describeWriting } from "./contract/writing.ts";

/** What every adapter of the port has to do. `openEmpty` gives an empty store for vectors of DIMENSIONS. */
export function describeQuoteStore(name: string, openEmpty: () => Promise<QuoteStoreWriter>): void {
  describe(name, () => {
    let opened: QuoteStoreWriter;
    beforeEach(async () => {
      opened = await openEmpty();
    });
    afterEach(() => opened.close());
    const store = () => opened;

    describeArticles(store);
    describeQuotes(store);
    describeEntities(store);
    describeJoining(store);
    describeShortNames(store);
    describeChunks(store);
    describeNearest(store);
    describeWording(store);
    describeSpeakerStatistics(store);
    describeRank(store);
    describeChunkFilter(store);
    describeWriting(store);
    describeCorrections(store);
    describeCorrectionsInAnyOrder(store);
  });
}
