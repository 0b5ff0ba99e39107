import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FacetName } from "../../../src/model/facet.ts";
import type { ChunkQuery, FoundChunks } from "../../../src/store/chunk-query.ts";
import type { ChunkFilter, QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, entityIdIn, joinedId, unitVector } from "../article-fixture.ts";
import { ASKED } from "../find-words.ts";

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

export function describeFind(store: () => QuoteStoreWriter): void {
  const find = (query: Partial<ChunkQuery>, filter: ChunkFilter = {}) => store().find({ ...ASKED, ...query }, filter);
  const idsOf = (found: FoundChunks) => Array.from({ length: found.count }, (_, place) => found.idAt(place));
  const idsFor = async (query: Partial<ChunkQuery>, filter: ChunkFilter = {}) => idsOf(await find(query, filter));
  const put = async (sketch: ArticleSketch) => {
    const indexed = articleFrom(sketch);
    await store().put(indexed);
    return indexed.chunks.map(({ chunk }) => chunk.id);
  };

  describe("find", () => {
    it("finds what holds enough of the words, stemmed, letter case and accents aside", async () => {
      const [ministers, herring, rain] = await put(SKETCH);
      expect(await idsFor({ words: ["RAINS"] })).toEqual([rain]);
      expect(await idsFor({ words: ["jose"] })).toEqual([herring]);
      expect(new Set(await idsFor({ words: ["fish", "raining"] }))).toEqual(new Set([ministers, rain]));
      expect(await idsFor({ words: ["rain", "snow", "hail", "fog"] })).toEqual([]);
    });

    it("finds what is near enough in meaning, with the cosine", async () => {
      const [, herring] = await put(SKETCH);
      const found = await find({ vector: unitVector(2) });
      const place = idsOf(found).indexOf(herring ?? "");
      expect(found.signals.DENSE?.[place]).toBeCloseTo(1, 2);
      const nowhere = unitVector(2).map((x) => -x);
      expect(idsOf(await find({ vector: nowhere }))).not.toContain(herring);
    });

    it("lets the words around and those of the title count, for less than a passage's own", async () => {
      const [ministers, herring] = await put(SKETCH);
      const found = await find({ words: ["herring", "quotas", "sea"] });
      const scoreOf = (id = "") => found.signals.LEXICAL_CONTEXT?.[idsOf(found).indexOf(id)] ?? 0;
      expect(scoreOf(herring)).toBeGreaterThan(found.signals.LEXICAL?.[idsOf(found).indexOf(herring ?? "")] ?? 1);
      expect(scoreOf(ministers)).toBeLessThan(scoreOf(herring));
    });

    it("gathers the whole exchange of a hearing around what answers, and fades with the distance", async () => {
      const turns = Array.from({ length: 12 }, (_, i) => ({
        words: i === 3 ? "Herring quotas." : `Turn ${i}.`,
        quoteKind: "TRANSCRIPT" as const,
      }));
      const ids = await put({ key: "hearing", passages: turns });
      const found = await find({ words: ["herring", "quotas"] });
      const scores = ids.map((id) => found.signals.LEXICAL_CONTEXT?.[idsOf(found).indexOf(id)] ?? 0);
      expect(scores.indexOf(Math.max(...scores))).toBe(3);
      const after = scores.slice(3);
      expect(after).toEqual([...after].sort((a, b) => b - a));
      expect(scores[4]).toBeGreaterThan(scores[2] ?? 1);
    });

    it("keeps to chunks that hold all phrases word for word", async () => {
      const [, herring] = await put(SKETCH);
      expect(await idsFor({ words: ["quotas"], phrases: [["herring", "quotas"]] })).toEqual([herring]);
      expect(await idsFor({ words: ["quotas"], phrases: [["quotas", "herring"]] })).toEqual([]);
      expect(await idsFor({ words: ["quota"], phrases: [["herring", "quota"]] })).toEqual([]);
      expect(await idsFor({ phrases: [["again", "said", "jose"], ["quotas"]] })).toEqual([herring]);
    });

    it("leaves out what holds any form of an excluded word, or an excluded phrase", async () => {
      const [ministers, herring, rain] = await put(SKETCH);
      expect(await idsFor({ excluded: [["rains"]] })).toEqual([ministers, herring]);
      expect(await idsFor({ excluded: [["fell", "on"], ["minister"]] })).toEqual([herring]);
      expect(await idsFor({ excluded: [["on", "fell"]] })).toEqual([ministers, herring, rain]);
    });

    it("finds all under the filter for a query of nothing, and marks whom it should prefer", async () => {
      const [ministers, herring, rain] = await put(SKETCH);
      const voss = entityIdIn("sketch", "Ada Voss");
      const found = await find({ preferredSpeakers: [voss] });
      expect(idsOf(found)).toEqual([ministers, herring, rain]);
      expect([...(found.signals.SPEAKER ?? [])]).toEqual([1, 1, 0]);
      expect(await idsFor({}, { speakers: [voss] })).toEqual([ministers, herring]);
    });

    it("finds what a preferred speaker says by the words around it and by those of the title", async () => {
      const [ministers, herring] = await put(SKETCH);
      const preferredSpeakers = [entityIdIn("sketch", "Ada Voss")];
      expect(await idsFor({ words: ["sea"] })).toEqual([]);
      expect(await idsFor({ words: ["sea"], preferredSpeakers })).toEqual([ministers, herring]);
      expect(await idsFor({ words: ["herring"], preferredSpeakers })).toEqual([ministers, herring]);
      expect(await idsFor({ words: ["snow"], preferredSpeakers })).toEqual([]);
    });

    it("gives each chunk the score that it had when it is given the statistics of that time", async () => {
      await put(SKETCH);
      const before = await find({ words: ["herring"] });
      await put({ key: "more", passages: [{ words: "Herring, herring and herring." }] });
      const after = await find({ words: ["herring"] });
      const asBefore = await find({ words: ["herring"], statistics: before.statistics });
      expect(after.wordWeight).not.toBe(before.wordWeight);
      expect(asBefore.signals.LEXICAL?.[0]).toBe(before.signals.LEXICAL?.[0]);
      expect(asBefore.count).toBe(before.count + 1);
    });

    it("tells which chunks are the same words but for a few, in whatever article", async () => {
      const words = "We will not pay this fee, whatever the council of the town decides in spring.";
      await put({ key: "a", passages: [{ words }, { words: "Thank you." }] });
      await put({ key: "b", passages: [{ words: words.replace("We will", "“We will") }, { words: "Thank you." }] });
      await put({
        key: "c",
        passages: [{ words: "The glacier moves faster every year, and so does the village below it." }],
      });
      const found = await find({});
      const wordings = Array.from({ length: found.count }, (_, place) => found.wordingAt(place));
      expect(wordings[0]).toBe(wordings[2]);
      expect(wordings.map((wording) => wording === null)).toEqual([false, true, false, true, true]);
    });

    it("takes words that are denied for no copy of the same words said", async () => {
      const words = "We will not pay this fee, whatever the council of the town decides in spring.";
      const told = { words, by: "Ada Voss" };
      await put({ key: "a", passages: [told], entities: [{ name: "Ada Voss" }] });
      await put({ key: "b", passages: [{ ...told, assertion: "DENIED" }], entities: [{ name: "Ada Voss" }] });
      await put({
        key: "c",
        passages: [{ ...told, assertion: "DENIED" }, { words }],
        entities: [{ name: "Ada Voss" }],
      });
      const found = await find({});
      const [said, denied, deniedToo, narrated] = [0, 1, 2, 3].map((place) => found.wordingAt(place));
      expect([denied === deniedToo, said === narrated, said === denied]).toEqual([true, true, false]);
    });

    it("never finds what was removed or replaced, and finds what came in its place", async () => {
      await put(SKETCH);
      const [changed] = await put({ ...SKETCH, passages: [{ words: "Herring quotas rise." }] });
      expect(await idsFor({ words: ["herring"] })).toEqual([changed]);
      expect(await idsFor({})).toEqual([changed]);
      await store().remove([articleFrom(SKETCH).article.id]);
      expect(await idsFor({})).toEqual([]);
    });

    it("takes any words, phrases and exclusions at all", async () => {
      await put(SKETCH);
      const anyWords = fc.array(fc.string({ unit: "binary" }), { maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(anyWords, fc.array(anyWords, { maxLength: 2 }), async (words, phrases) => {
          expect((await find({ words, phrases, excluded: phrases })).count).toBeLessThanOrEqual(3);
        }),
      );
    });
  });

  describe("the facets of what is found", () => {
    it("count it by each of its properties, joined entities as one", async () => {
      for (const sketch of [SKETCH, UNDATED]) await put(sketch);
      const voss = joinedId("voss");
      const found = await find({});
      const facet = (name: FacetName) => found.facet(name, 10);
      expect(found.count).toBe(4);
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
      const found = await find({});
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
      const found = await find({ words: ["glacier"] });
      expect(await found.facet("speakers", 10)).toEqual({ values: [], others: 0, none: 0 });
      expect(await found.facet("months", 10)).toEqual({ values: [], others: 0, none: 0 });
    });
  });
}
