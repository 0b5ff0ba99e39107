import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FacetName } from "../../../src/model/facet.ts";
import type { Signal } from "../../../src/model/hit.ts";
import type { RankingOrder } from "../../../src/ranking/rank-page.ts";
import type { ChunkFilter } from "../../../src/store/chunk-filter.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import type { ChunkQuery, RankedPage } from "../../../src/store/rank-request.ts";
import { type ArticleSketch, articleFrom, entityIdIn, joinedId, unitVector } from "../article-fixture.ts";
import { idsOf, PLAIN_MODEL, rankAll } from "../rank-all.ts";
import { NAIVE_FLOOR, NAIVE_MODEL, NAIVE_SPREAD, type RankingCase, rankingCase, rankNaively } from "./naive-ranking.ts";
import { propertyRuns } from "./property-runs.ts";

const SKETCH: ArticleSketch = {
  key: "sketch",
  title: "A day at sea",
  publisher: "Ledger",
  publishedAt: "2024-03-31T23:59:00.000Z",
  passages: [
    { words: "The ministers met the fishing council.", by: "Ada Voss" },
    { words: "Herring quotas fall again, said José.", by: "Ada Voss" },
    { words: "Rain fell on the quay all day long." },
  ],
  entities: [
    { name: "Ada Voss", linkKey: "voss", mentions: 0, mentionedIn: [2] },
    { name: "Velmora", kind: "PLACE", mentions: 0, mentionedIn: [0, 2] },
  ],
};
const UNDATED: ArticleSketch = {
  key: "undated",
  passages: [
    {
      words: "Nothing of the kind, whatever they say.",
      by: "A. Voss",
      alongside: ["Bo Lind"],
      onBehalfOf: "Herring Fleet",
      quoteKind: "INDIRECT",
      assertion: "DENIED",
      reports: "ATTITUDE",
    },
  ],
  entities: [
    { name: "A. Voss", linkKey: "voss", mentions: 0 },
    { name: "Bo Lind", mentions: 0 },
    { name: "Herring Fleet", kind: "ORGANIZATION", mentions: 0 },
  ],
};

export function describeRank(store: () => QuoteStoreWriter): void {
  const rank = (query: Partial<ChunkQuery>, filter: ChunkFilter = {}) => rankAll(store(), query, { filter });
  /** In the order of the articles, as they were put in. */
  const idsFor = async (query: Partial<ChunkQuery>, filter: ChunkFilter = {}) =>
    new Set(idsOf(await rank(query, filter)));
  const signalOf = ({ hits }: RankedPage, signal: Signal, id = "") =>
    hits.find(({ chunk }) => chunk.id === id)?.trace.signals.find((one) => one.signal === signal)?.normalized;
  const put = async (sketch: ArticleSketch) => {
    const indexed = articleFrom(sketch);
    await store().put(indexed);
    return indexed.chunks.map(({ chunk }) => chunk.id);
  };

  describe("rank", () => {
    it("finds what holds enough of the words, stemmed, letter case and accents aside", async () => {
      const [ministers, herring, rain] = await put(SKETCH);
      expect(await idsFor({ words: ["RAINS"] })).toEqual(new Set([rain]));
      expect(await idsFor({ words: ["jose"] })).toEqual(new Set([herring]));
      expect(await idsFor({ words: ["fish", "raining"] })).toEqual(new Set([ministers, rain]));
      expect(await idsFor({ words: ["rain", "snow", "hail", "fog", "sleet"] })).toEqual(new Set());
    });

    it("finds what is near enough in meaning, with the cosine", async () => {
      const [, herring] = await put(SKETCH);
      const found = await rank({ vector: unitVector(2) });
      expect(signalOf(found, "DENSE", herring)).toBeCloseTo(1, 2);
      expect(found.hits[0]?.chunk.id).toBe(herring);
      const nowhere = unitVector(2).map((x) => -x);
      expect(await idsFor({ vector: nowhere })).not.toContain(herring);
    });

    it("lets the words around and those of the title count, for less than a passage's own", async () => {
      const [ministers, herring] = await put(SKETCH);
      const found = await rank({ words: ["herring", "quotas", "sea"] });
      const around = (id = "") => signalOf(found, "LEXICAL_CONTEXT", id) ?? 0;
      expect(around(herring)).toBeGreaterThan(signalOf(found, "LEXICAL", herring) ?? 1);
      expect(around(ministers)).toBeLessThan(around(herring));
    });

    it("gathers the whole exchange of a hearing around what answers, and fades with the distance", async () => {
      const turns = Array.from({ length: 12 }, (_, i) => ({
        words: i === 3 ? "Herring quotas." : `Turn ${i}.`,
        quoteKind: "TRANSCRIPT" as const,
      }));
      const ids = await put({ key: "hearing", passages: turns });
      const found = await rank({ words: ["herring", "quotas"] });
      const scores = ids.map((id) => signalOf(found, "LEXICAL_CONTEXT", id) ?? 0);
      expect(scores.indexOf(Math.max(...scores))).toBe(3);
      const after = scores.slice(3);
      expect(after).toEqual([...after].sort((a, b) => b - a));
      expect(scores[4]).toBeGreaterThan(scores[2] ?? 1);
    });

    it("says of each hit whether it is a turn of a transcript", async () => {
      const [, herring] = await put(SKETCH);
      const [turn] = await put({
        key: "hearing",
        passages: [{ words: "Herring quotas are low.", quoteKind: "TRANSCRIPT" }],
      });
      const found = await rank({ words: ["herring", "quotas"] });
      const isTurn = new Map(found.hits.map((hit) => [hit.chunk.id, hit.isTurn]));
      expect([herring, turn].map((id = "") => isTurn.get(id))).toEqual([false, true]);
    });

    it("keeps to chunks that hold all phrases word for word", async () => {
      const [, herring] = await put(SKETCH);
      const [none, only] = [new Set(), new Set([herring])];
      expect(await idsFor({ words: ["quotas"], phrases: [["herring", "quotas"]] })).toEqual(only);
      expect(await idsFor({ words: ["quotas"], phrases: [["quotas", "herring"]] })).toEqual(none);
      expect(await idsFor({ words: ["quota"], phrases: [["herring", "quota"]] })).toEqual(none);
      expect(await idsFor({ phrases: [["again", "said", "jose"], ["quotas"]] })).toEqual(only);
    });

    it("leaves out what holds any form of an excluded word, or an excluded phrase", async () => {
      const [ministers, herring, rain] = await put(SKETCH);
      expect(await idsFor({ excluded: [["rains"]] })).toEqual(new Set([ministers, herring]));
      expect(await idsFor({ excluded: [["fell", "on"], ["minister"]] })).toEqual(new Set([herring]));
      expect(await idsFor({ excluded: [["on", "fell"]] })).toEqual(new Set([ministers, herring, rain]));
    });

    it("finds all under the filter for a query of nothing, those of whom it should prefer first", async () => {
      const [ministers, herring, rain] = await put(SKETCH);
      const voss = entityIdIn("sketch", "Ada Voss");
      const found = await rank({ preferredSpeakers: [voss] });
      expect(idsOf(found).slice(0, 2).sort()).toEqual([ministers, herring].sort());
      expect(idsOf(found).slice(2)).toEqual([rain]);
      expect([ministers, herring, rain].map((id) => signalOf(found, "SPEAKER", id))).toEqual([1, 1, 0]);
      expect(await idsFor({}, { speakers: [voss] })).toEqual(new Set([ministers, herring]));
    });

    it("gives of a chunk in which several speak those whom the filter lets through, by whom it should prefer first", async () => {
      const indexed = articleFrom({
        key: "two",
        entities: [{ name: "Ada Voss" }, { name: "Bo Lind" }],
        passages: [
          { words: "Prices rise, said Voss; Lind denied it.", by: "Ada Voss" },
          { words: "It falls.", by: "Bo Lind", assertion: "DENIED" },
        ],
      });
      const [both, second] = indexed.quotes.map(({ id }) => id);
      const [first] = indexed.chunks;
      if (!first) throw new Error("the sketch has no passage");
      const chunk = { ...first.chunk, quoteIds: [both ?? "", second ?? ""] };
      await store().put({ ...indexed, chunks: [{ ...first, chunk }] });
      const said = async (query: Partial<ChunkQuery>, filter: ChunkFilter) =>
        (await rank(query, filter)).hits[0]?.quoteIds;
      expect(await said({}, {})).toEqual([both, second]);
      expect(await said({ preferredSpeakers: [entityIdIn("two", "Bo Lind")] }, {})).toEqual([second, both]);
      expect(await said({}, { speakers: [entityIdIn("two", "Bo Lind")] })).toEqual([second]);
      expect(await said({}, { speakers: [entityIdIn("two", "Ada Voss")], assertions: ["DENIED"] })).toBeUndefined();
      const { values } = await (await rank({}, { assertions: ["DENIED"] })).facet("speakers", 5);
      expect(values).toEqual([{ value: joinedId("bo lind"), count: 1 }]);
    });

    it("tells the best of all that match that a preferred speaker says, whatever the order and the page", async () => {
      const [, herring] = await put(SKETCH);
      await put({ key: "hail", publishedAt: "2025-01-01T00:00:00.000Z", passages: [{ words: "Herring, and hail." }] });
      const by = (name: string, words: readonly string[], filter: ChunkFilter = {}) => {
        const query = { words, preferredSpeakers: [entityIdIn("sketch", name)] };
        return rankAll(store(), query, { filter, order: "NEWEST", first: 1 });
      };
      const found = await by("Ada Voss", ["herring"]);
      const whole = await rank({ words: ["herring"], preferredSpeakers: [entityIdIn("sketch", "Ada Voss")] });
      expect(found.hits.map(({ chunk }) => chunk.id)).not.toContain(herring);
      expect(found.bestPreferred()).toEqual({
        isTurn: false,
        trace: whole.hits.find(({ chunk }) => chunk.id === herring)?.trace,
      });
      expect((await by("Ada Voss", ["herring"], { publishers: ["Elsewhere"] })).bestPreferred()).toBeNull();
      expect((await rank({ words: ["herring"] })).bestPreferred()).toBeNull();
    });

    it("matches what is close to the best of the whole index, whatever the filter", async () => {
      const [, herring, rain] = await put(SKETCH);
      const near = { ...PLAIN_MODEL.passage, floor: 0.1, spread: 0.1 };
      const model = { ...PLAIN_MODEL, passage: near };
      const ask = (filter: ChunkFilter) => rankAll(store(), { words: ["rain", "quay", "herring"] }, { filter, model });
      expect(idsOf(await ask({}))).toEqual([rain]);
      expect(idsOf(await ask({ speakers: [entityIdIn("sketch", "Ada Voss")] }))).toEqual([]);
      const wider = { ...PLAIN_MODEL, passage: { ...near, spread: 2 } };
      expect(idsOf(await rankAll(store(), { words: ["rain", "quay", "herring"] }, { model: wider }))).toContain(
        herring,
      );
    });

    it("goes by the date of the article where it is asked to, undated ones last", async () => {
      const words = "Herring quotas fall.";
      for (const [key, publishedAt] of [
        ["old", "2020-01-01T00:00:00.000Z"],
        ["none", null],
        ["new", "2024-01-01T00:00:00.000Z"],
      ] as const) {
        await put({ key, publishedAt, passages: [{ words }] });
      }
      const keys = async (order: RankingOrder) => {
        const { hits } = await rankAll(store(), { words: ["herring"] }, { order });
        const articles = await store().articles(hits.map(({ chunk }) => chunk.articleId));
        return articles.map((article) => article?.sourceKey);
      };
      expect(await keys("NEWEST")).toEqual(["new", "old", "none"]);
      expect(await keys("OLDEST")).toEqual(["old", "new", "none"]);
    });

    it("folds chunks that are the same words but for a few, in whatever article, under the best of them", async () => {
      const words = "We will not pay this fee, whatever the council of the town decides in spring.";
      const [first] = await put({ key: "a", passages: [{ words }, { words: "Thank you." }] });
      const [second] = await put({
        key: "b",
        passages: [{ words: words.replace("We will", "“We will") }, { words: "Thank you." }],
      });
      await put({
        key: "c",
        passages: [{ words: "The glacier moves faster every year, and so does the village below it." }],
      });
      const found = await rank({});
      expect(found.total).toBe(5);
      const pairs = found.hits.map(({ chunk, alsoIn }) => [chunk.id, ...alsoIn.map(({ id }) => id)].sort());
      expect(pairs.filter(({ length }) => length > 1)).toEqual([[first, second].sort()]);
      expect(pairs.flat()).toHaveLength(5);
    });

    it("takes words that are denied for no copy of the same words said", async () => {
      const words = "We will not pay this fee, whatever the council of the town decides in spring.";
      const told = { words, by: "Ada Voss" };
      const entities = [{ name: "Ada Voss" }];
      const [said] = await put({ key: "a", passages: [told], entities });
      const [denied] = await put({ key: "b", passages: [{ ...told, assertion: "DENIED" }], entities });
      const [deniedToo] = await put({ key: "c", passages: [{ ...told, assertion: "DENIED" }], entities });
      const [narrated] = await put({ key: "d", passages: [{ words }] });
      const { hits } = await rank({});
      const groups = hits.map(({ chunk, alsoIn }) => [chunk.id, ...alsoIn.map(({ id }) => id)].sort());
      expect(groups.sort()).toEqual([[said, narrated].sort(), [denied, deniedToo].sort()].sort());
    });

    it("never finds what was removed or replaced, and finds what came in its place", async () => {
      await put(SKETCH);
      const [changed] = await put({ ...SKETCH, passages: [{ words: "Herring quotas rise." }] });
      expect(await idsFor({ words: ["herring"] })).toEqual(new Set([changed]));
      expect(await idsFor({})).toEqual(new Set([changed]));
      await store().remove([articleFrom(SKETCH).article.id]);
      expect(await idsFor({})).toEqual(new Set());
    });

    it("takes any words, phrases and exclusions at all", async () => {
      await put(SKETCH);
      const anyWords = fc.array(fc.string({ unit: "binary" }), { maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(anyWords, fc.array(anyWords, { maxLength: 2 }), async (words, phrases) => {
          expect((await rank({ words, phrases, excluded: phrases })).total).toBeLessThanOrEqual(3);
        }),
      );
    });
  });

  describe("the pages of a ranking", () => {
    it("give each hit once with the score that it had for the first page, whatever comes meanwhile", async () => {
      await put(SKETCH);
      const query = { words: ["herring", "rain", "ministers"] };
      const model = { ...PLAIN_MODEL, passage: { ...PLAIN_MODEL.passage, floor: 0.01, spread: 5 } };
      const whole = await rankAll(store(), query, { model });
      const first = await rankAll(store(), query, { model, first: 1 });
      await put({ key: "more", passages: [{ words: "Herring, herring and herring." }] });
      const after = first.hits[0]?.cursor ?? null;
      const rest = await rankAll(store(), query, { model, after });
      const scores = new Map([...first.hits, ...rest.hits].map(({ chunk, trace }) => [chunk.id, trace.total]));
      for (const { chunk, trace } of whole.hits) expect(scores.get(chunk.id)).toBeCloseTo(trace.total, 12);
      expect([first.hasNext, rest.hasNext]).toEqual([true, false]);
    });

    it("refuse a cursor of another search, and what is none", async () => {
      await put(SKETCH);
      const { hits } = await rank({});
      const after = hits[0]?.cursor ?? null;
      const code = "BAD_CURSOR";
      await expect(rankAll(store(), {}, { after, search: "another" })).rejects.toMatchObject({ code });
      await expect(rankAll(store(), {}, { after: "nonsense" })).rejects.toMatchObject({ code });
    });
  });

  describe("the scores of a ranking", () => {
    it("are what a naive reading of the definition gives, for all that match and nothing else", async () => {
      await fc.assert(fc.asyncProperty(rankingCase, checkNaively), { numRuns: propertyRuns(40) });
    });
  });

  async function checkNaively({ articles, words, direction }: RankingCase): Promise<void> {
    const indexed = articles.map((one, i) => articleFrom({ key: `${i}`, ...one }));
    for (const one of indexed) await store().put(one);
    const vector = unitVector(direction);
    const found = await rankAll(store(), { words, vector }, { model: NAIVE_MODEL });
    await store().remove(indexed.map(({ article }) => article.id));
    const scores = new Map(found.hits.map(({ chunk, trace }) => [chunk.id, trace.total]));
    const expected = rankNaively(indexed, words, vector);
    const best = Math.max(...expected.map(({ score }) => score));
    const threshold = Math.max(NAIVE_FLOOR, best - NAIVE_SPREAD);
    for (const one of expected) {
      // Codes of 8 bits are off by a little: what is that close to the threshold may fall on either side.
      const isClear = one.holdsAll || Math.abs(one.score - threshold) > 0.05;
      if (isClear) expect([one.id, scores.has(one.id)]).toEqual([one.id, one.holdsAll || one.score > threshold]);
      expect(scores.get(one.id) ?? one.score).toBeCloseTo(one.score, 1);
    }
  }

  describe("the facets of what is found", () => {
    it("count it by each of its properties, joined entities as one", async () => {
      for (const sketch of [SKETCH, UNDATED]) await put(sketch);
      const voss = joinedId("voss");
      const found = await rank({});
      const facet = (name: FacetName) => found.facet(name, 10);
      expect(found.total).toBe(4);
      const [lind, fleet] = [joinedId("bo lind"), joinedId("herring fleet", "ORGANIZATION")];
      expect(await facet("speakers")).toEqual({
        values: [
          { value: voss, count: 3 },
          { value: lind, count: 1 },
        ],
        others: 0,
        none: 1,
      });
      expect(await facet("onBehalfOf")).toEqual({ values: [{ value: fleet, count: 1 }], others: 0, none: 3 });
      expect(await facet("assertions")).toEqual({
        values: [
          { value: "ASSERTED", count: 2 },
          { value: "DENIED", count: 1 },
        ],
        others: 0,
        none: 1,
      });
      expect(await facet("reports")).toEqual({
        values: [
          { value: "WORDS", count: 2 },
          { value: "ATTITUDE", count: 1 },
        ],
        others: 0,
        none: 1,
      });
      expect(await facet("publishers")).toEqual({ values: [{ value: "Ledger", count: 3 }], others: 0, none: 1 });
      expect(await facet("months")).toEqual({ values: [{ value: "2024-03", count: 3 }], others: 0, none: 1 });
      expect(await facet("entities")).toEqual({ values: [{ value: voss, count: 1 }], others: 0, none: 3 });
      const velmora = joinedId("velmora", "PLACE");
      expect(await facet("places")).toEqual({ values: [{ value: velmora, count: 2 }], others: 0, none: 2 });
    });

    it("give the commonest values, and the sum of the others", async () => {
      for (const sketch of [SKETCH, UNDATED]) await put(sketch);
      const found = await rank({});
      const [direct, indirect, paragraph] = [
        { value: "DIRECT", count: 2 },
        { value: "INDIRECT", count: 1 },
        { value: "PARAGRAPH", count: 1 },
      ];
      expect(await found.facet("kinds", 3)).toEqual({ values: [direct, indirect, paragraph], others: 0, none: 0 });
      expect(await found.facet("kinds", 1)).toEqual({ values: [direct], others: 2, none: 0 });
    });

    it("are empty where nothing is found", async () => {
      await put(SKETCH);
      const found = await rank({ words: ["glacier"] });
      expect(await found.facet("speakers", 10)).toEqual({ values: [], others: 0, none: 0 });
      expect(await found.facet("months", 10)).toEqual({ values: [], others: 0, none: 0 });
    });
  });
}
