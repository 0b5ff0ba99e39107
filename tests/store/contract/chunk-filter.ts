import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSERTIONS, REPORTED, speakersOf } from "../../../src/model/quote.ts";
import type { Span } from "../../../src/model/span.ts";
import type { ChunkFilter } from "../../../src/store/chunk-filter.ts";
import type { IndexedArticle, QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { articleFrom, entityIdIn, unitVector } from "../article-fixture.ts";
import { idsOf, rankAll } from "../rank-all.ts";
import { propertyRuns } from "./property-runs.ts";

const DATES = ["2023-01-01T00:00:00.000Z", "2023-06-01T12:00:00.000Z", "2024-01-01T00:00:00.000Z"] as const;
const ARTICLES: readonly IndexedArticle[] = [
  articleFrom({
    key: "one",
    publisher: "Ledger",
    publishedAt: DATES[0],
    passages: [
      { words: "one a", by: "Ada Voss", alongside: ["Bo Lind"], assertion: "REFUSED" },
      { words: "one b", by: "Bo Lind", quoteKind: "INDIRECT", confidence: 0.4, reports: "ATTITUDE" },
      { words: "one c" },
    ],
    entities: [
      { name: "Ada Voss", linkKey: "voss", mentionedIn: [2] },
      { name: "Bo Lind" },
      { name: "Velmora", kind: "PLACE", linkKey: "velmora", mentions: 0, mentionedIn: [1] },
    ],
  }),
  articleFrom({
    key: "two",
    publisher: "Hill Póst",
    publishedAt: DATES[2],
    passages: [
      { words: "two a", by: "A. Voss", quoteKind: "TRANSCRIPT" },
      { words: "two b", quoteKind: "MIXED", onBehalfOf: "A. Voss", assertion: "DENIED" },
    ],
    entities: [
      { name: "A. Voss", linkKey: "voss", mentions: 0, mentionedIn: [1] },
      { name: "Velmora", kind: "PLACE", linkKey: "velmora", mentions: 0, mentionedIn: [0, 1] },
    ],
  }),
  articleFrom({ key: "three", passages: [{ words: "three a", quoteKind: "DIRECT" }, { words: "three b" }] }),
];
/** Article entities and what they are joined to. */
const JOINED = new Map([
  [entityIdIn("one", "Ada Voss"), "voss"],
  [entityIdIn("two", "A. Voss"), "voss"],
  [entityIdIn("one", "Bo Lind"), "lind"],
  [entityIdIn("one", "Velmora", "PLACE"), "velmora"],
  [entityIdIn("two", "Velmora", "PLACE"), "velmora"],
]);

const listOf = <T>(...values: T[]) => fc.subarray(values);
const conditions = {
  speakers: listOf(...JOINED.keys(), "unknown"),
  onBehalfOf: listOf(...JOINED.keys(), "unknown"),
  assertions: listOf(...ASSERTIONS),
  reports: listOf(...REPORTED),
  articles: listOf(...ARTICLES.map(({ article }) => article.id), "unknown"),
  publishers: listOf("LEDGER", "hill post", "Nobody"),
  publishedFrom: fc.constantFrom(...DATES),
  publishedTo: fc.constantFrom(...DATES),
  quoteKinds: listOf("DIRECT", "MIXED", "INDIRECT", "TRANSCRIPT"),
  mentions: listOf(...JOINED.keys(), "unknown"),
  places: listOf(entityIdIn("two", "Velmora", "PLACE"), "unknown"),
  minConfidence: fc.constantFrom(0.2, 0.5, 1),
  chunkKinds: listOf("QUOTE", "PARAGRAPH"),
};

/** At most three conditions at a time, or hardly anything would be let through. */
function filterOfDepth(depth: number): fc.Arbitrary<ChunkFilter> {
  const inner = depth === 0 ? null : filterOfDepth(depth - 1);
  const parts = inner && { and: fc.array(inner, { maxLength: 2 }), or: fc.array(inner, { maxLength: 2 }), not: inner };
  const all = { ...conditions, ...parts };
  return fc.tuple(fc.record(all), fc.subarray(Object.keys(all), { maxLength: 3 })).map(([values, names]) => {
    const kept = Object.entries(values).filter(([name]) => names.includes(name));
    return Object.fromEntries(kept) as ChunkFilter;
  });
}

export function describeChunkFilter(store: () => QuoteStoreWriter): void {
  const chunksThat = async (condition: ChunkFilter) =>
    (await store().nearest(unitVector(1), 100, condition)).map(({ chunkId }) => chunkId).sort();

  describe("the filter of chunks", () => {
    it("lets through what a naive reading of it lets through", async () => {
      for (const indexed of ARTICLES) await store().put(indexed);
      await fc.assert(
        fc.asyncProperty(filterOfDepth(2), async (condition) => {
          const expected = ARTICLES.flatMap((indexed) =>
            indexed.chunks.filter((_, i) => holds(condition, indexed, i)).map(({ chunk }) => chunk.id),
          );
          expect(await chunksThat(condition)).toEqual(expected.sort());
          expect([...idsOf(await rankAll(store(), {}, { filter: condition }))].sort()).toEqual(expected);
        }),
        { numRuns: propertyRuns(300) },
      );
    });

    it("takes the complement of what a paragraph cannot have", async () => {
      for (const indexed of ARTICLES) await store().put(indexed);
      const all = ARTICLES.flatMap(({ chunks }) => chunks);
      expect(await chunksThat({ not: { speakers: [...JOINED.keys()] } })).toHaveLength(all.length - 3);
      expect(await chunksThat({ not: { publishedFrom: DATES[0] } })).toHaveLength(2);
    });

    it("refuses a time that is none, and a filter without end", async () => {
      await expect(chunksThat({ publishedFrom: "yesterday" })).rejects.toMatchObject({ code: "BAD_INPUT" });
      const or = Array.from({ length: 5_000 }, () => ({ articles: ["x"] }));
      await expect(chunksThat({ or })).rejects.toMatchObject({ code: "BAD_INPUT" });
    });
  });
}

/** The naive oracle. */
function holds(condition: ChunkFilter, indexed: IndexedArticle, place: number): boolean {
  const { article, quotes, chunks } = indexed;
  const chunk = chunks[place]?.chunk;
  const quote = quotes.find(({ id }) => id === chunk?.quoteIds[0]);
  const isWithin = (start: number, span: Span | null | undefined) => !!span && span.start <= start && start < span.end;
  const isAttribution = (id: string, start: number) =>
    quote !== undefined && speakersOf(quote).includes(id) && isWithin(start, quote.speakerMention);
  const joined = (ids: readonly string[] | undefined) => ids?.map((id) => JOINED.get(id) ?? id);
  const speakers = quote === undefined ? [] : speakersOf(quote).map((id) => JOINED.get(id));
  const mentioned = indexed.entities
    .filter(({ id, mentions }) =>
      mentions.some(({ start }) => chunk?.spans.some((s) => isWithin(start, s)) && !isAttribution(id, start)),
    )
    .map(({ id }) => JOINED.get(id));
  const fold = (name: string) => name.toLowerCase().replace("ó", "o");
  const among = <T>(list: readonly T[] | undefined, value: T | null | undefined) =>
    list === undefined || (value !== null && value !== undefined && list.includes(value));
  return (
    (condition.speakers === undefined || speakers.some((speaker) => among(joined(condition.speakers), speaker))) &&
    among(joined(condition.onBehalfOf), JOINED.get(quote?.onBehalfOfId ?? "")) &&
    among(condition.assertions, quote?.assertion) &&
    among(condition.reports, quote?.reports) &&
    among(condition.articles, article.id) &&
    among(condition.publishers?.map(fold), article.publisher && fold(article.publisher)) &&
    (condition.publishedFrom === undefined || (article.publishedAt ?? "") >= condition.publishedFrom) &&
    (condition.publishedTo === undefined || (article.publishedAt ?? "9") <= condition.publishedTo) &&
    among(condition.quoteKinds, quote?.kind) &&
    among(condition.chunkKinds, chunk?.kind) &&
    [condition.mentions, condition.places].every(
      (list) => list === undefined || list.some((id) => mentioned.includes(JOINED.get(id) ?? id)),
    ) &&
    (condition.minConfidence === undefined || (quote !== undefined && quote.confidence >= condition.minConfidence)) &&
    (condition.and === undefined ||
      (condition.and.length > 0 && condition.and.every((part) => holds(part, indexed, place)))) &&
    (condition.or === undefined || condition.or.some((part) => holds(part, indexed, place))) &&
    (condition.not === undefined || !holds(condition.not, indexed, place))
  );
}
