import { describe, expect, it } from "vitest";
import { chunkId } from "../../../src/model/chunk.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { articleFrom, entityIdIn } from "../article-fixture.ts";

const LEDGER = articleFrom({
  key: "ledger",
  publisher: "Ledger",
  publishedAt: "2024-03-31T23:59:00.000Z",
  passages: [{ words: "fee one", by: "Ada Voss" }, { words: "fee two", by: "Ada Voss" }, { words: "fee three" }],
  entities: [
    { name: "Ada Voss", linkKey: "voss", mentions: 0, mentionedIn: [2] },
    { name: "Velmora", kind: "PLACE", mentions: 0, mentionedIn: [0, 2] },
  ],
});
const UNDATED = articleFrom({
  key: "undated",
  passages: [{ words: "fee four", by: "A. Voss", quoteKind: "INDIRECT" }],
  entities: [{ name: "A. Voss", linkKey: "voss", mentions: 0 }],
});

export function describeFacets(store: () => QuoteStoreWriter): void {
  describe("facets", () => {
    it("count the chunks given by each of their properties, joined entities as one", async () => {
      for (const article of [LEDGER, UNDATED]) await store().put(article);
      const ids = [...LEDGER.chunks, ...UNDATED.chunks].map(({ chunk }) => chunk.id);
      const voss = [entityIdIn("ledger", "Ada Voss"), entityIdIn("undated", "A. Voss")].sort()[0] ?? "";
      expect(await store().facets([...ids, chunkId("none", "QUOTE", "unknown", 0)])).toEqual({
        speakers: { values: [{ value: voss, count: 3 }], none: 1 },
        publishers: { values: [{ value: "Ledger", count: 3 }], none: 1 },
        kinds: {
          values: [
            { value: "DIRECT", count: 2 },
            { value: "INDIRECT", count: 1 },
            { value: "PARAGRAPH", count: 1 },
          ],
          none: 0,
        },
        months: { values: [{ value: "2024-03", count: 3 }], none: 1 },
        entities: { values: [{ value: voss, count: 1 }], none: 3 },
        places: { values: [{ value: entityIdIn("ledger", "Velmora", "PLACE"), count: 2 }], none: 2 },
      });
    });

    it("are empty for no chunks", async () => {
      await store().put(LEDGER);
      const facets = await store().facets([]);
      for (const facet of Object.values(facets)) expect(facet).toEqual({ values: [], none: 0 });
    });
  });
}
