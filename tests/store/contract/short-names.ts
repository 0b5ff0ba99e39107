import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entity } from "../../../src/model/entity.ts";
import type { FacetName } from "../../../src/model/facet.ts";
import { speakersOf } from "../../../src/model/quote.ts";
import type { AuthorityPerson, QuoteFilter, QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, entityIdIn, joinedId } from "../article-fixture.ts";
import { countThrough, rankAll } from "../rank-all.ts";
import { readAllPages } from "../read-all-pages.ts";
import { propertyRuns } from "./property-runs.ts";

const full = (first: string, last: string, details: object = {}) => ({
  name: `${first} ${last}`,
  person: { first: first.toLowerCase(), last: last.toLowerCase(), gender: null },
  ...details,
});
const short = (last: string, details: object = {}) => ({
  name: last,
  linkKey: null,
  person: { first: null, last: last.toLowerCase(), gender: null },
  ...details,
});
const bank = { name: "Harrow Bank", kind: "ORGANIZATION" as const };
const rowers = { name: "Karsa Rowing Club", kind: "ORGANIZATION" as const };
const paper = (key: string, details: Partial<ArticleSketch>): ArticleSketch => ({ key, ...details });

/** Ten articles on Lena Marsh the banker, ten on Otto Marsh who rows. */
const TWO_OF_A_NAME = Array.from({ length: 10 }, (_, i) => [
  paper(`bank ${i}`, { entities: [full("Lena", "Marsh", { titles: ["governor"], mentions: 3 }), bank] }),
  paper(`rowing ${i}`, { entities: [full("Otto", "Marsh", { titles: ["coach"], mentions: 3 }), rowers] }),
]).flat();

/** Ada Voss speaks once with Marsh, and once for Marsh. */
const TOGETHER = paper("together", {
  entities: [full("Ada", "Voss", { mentions: 0 }), short("Marsh", { mentions: 0 }), bank],
  passages: [
    { words: "Rates will rise.", by: "Ada Voss", alongside: ["Marsh"] },
    { words: "The bank holds its course.", by: "Ada Voss", onBehalfOf: "Marsh" },
  ],
});
const PAGE = { first: 10, after: null };

const AUTHORITY: AuthorityPerson = {
  entityId: joinedId("lena marsh"),
  name: "Lena Adele Marsh",
  aliases: ["Marsh", "Lenny Marsh"],
  titles: ["Governor of Harrow Bank"],
  born: "1961",
  wikidata: "Q42",
  url: "https://harrow.example/marsh",
  recognisedBy: [
    { first: "lena", last: "marsh" },
    { first: null, last: "marsh" },
    { first: "lenny", last: "marsh" },
  ],
};

export function describeShortNames(store: () => QuoteStoreWriter): void {
  const put = async (...sketches: readonly ArticleSketch[]) => {
    for (const sketch of sketches) await store().put(articleFrom(sketch));
  };
  const all = (): Promise<readonly Entity[]> => readAllPages((page) => store().listEntities({}, page));
  const named = async (name: string) => {
    const [found] = await store().entitiesByNames([{ names: [name], surnames: [], titles: [] }]);
    return found?.named ?? [];
  };
  const told = async () => {
    const { items } = await store().listQuotes({}, "NEWEST", PAGE);
    return items.map(({ value }) => ({ speakers: speakersOf(value), onBehalfOf: value.onBehalfOfId }));
  };
  /** How many quotes and chunks somebody said, and how many others said for them. */
  const countsOf = async (id: string) => {
    const count = async (filter: QuoteFilter) => [
      (await store().listQuotes(filter, "NEWEST", PAGE)).total,
      await countThrough(store(), filter),
    ];
    return { said: await count({ speakers: [id] }), saidFor: await count({ onBehalfOf: [id] }) };
  };
  const facet = async (name: FacetName) => (await (await rankAll(store())).facet(name, 5)).values;
  const whoIs = async (key: string, name: string) => (await store().entities([entityIdIn(key, name)]))[0];

  describe("names without a first name", () => {
    it("mean the person of the collection whom they mostly mean, with quotes, mentions and facets", async () => {
      const articles = Array.from({ length: 8 }, (_, i) =>
        paper(`news ${i}`, { entities: [full("Lena", "Marsh", { mentions: 3 }), bank] }),
      );
      const last = paper("last", {
        entities: [short("Marsh", { mentions: 0, mentionedIn: [1] }), bank],
        passages: [{ words: "Rates will rise.", by: "Marsh" }, { words: "Marsh has left." }],
      });
      await put(last, ...articles);
      const marsh = await whoIs("last", "Marsh");
      expect(marsh).toMatchObject({ id: joinedId("lena marsh"), name: "Lena Marsh", articleCount: 9, quoteCount: 1 });
      expect(marsh?.aliases).toEqual(["Marsh"]);
      const speakers = [joinedId("lena marsh")];
      const page = { first: 10, after: null };
      const said = await store().listQuotes({ speakers }, "NEWEST", page);
      expect(said.items.map(({ value }) => value.speakerId)).toEqual(speakers);
      expect((await store().listQuotes({ mentions: speakers }, "NEWEST", page)).total).toBe(0);
      expect(await countThrough(store(), { mentions: speakers })).toBe(1);
      const { values } = await (await rankAll(store())).facet("speakers", 5);
      expect(values).toEqual([{ value: joinedId("lena marsh"), count: 1 }]);
    });

    it("mean the same person where they speak with others and others speak for them, and no longer when the person leaves", async () => {
      const named = Array.from({ length: 8 }, (_, i) =>
        paper(`news ${i}`, { entities: [full("Lena", "Marsh", { mentions: 3 }), bank] }),
      );
      await put(TOGETHER, ...named);
      const lena = joinedId("lena marsh");
      expect(await whoIs("together", "Marsh")).toMatchObject({ id: lena, quoteCount: 1 });
      expect(await told()).toEqual([
        { speakers: [joinedId("ada voss"), lena], onBehalfOf: null },
        { speakers: [joinedId("ada voss")], onBehalfOf: lena },
      ]);
      expect(await countsOf(lena)).toEqual({ said: [1, 1], saidFor: [1, 1] });
      expect(await facet("speakers")).toEqual([
        { value: joinedId("ada voss"), count: 2 },
        { value: lena, count: 1 },
      ]);
      expect(await facet("onBehalfOf")).toEqual([{ value: lena, count: 1 }]);
      await store().remove(named.map((sketch) => articleFrom(sketch).article.id));
      const marsh = entityIdIn("together", "Marsh");
      expect((await told()).map(({ speakers, onBehalfOf }) => onBehalfOf ?? speakers[1])).toEqual([marsh, marsh]);
      expect(await countsOf(lena)).toEqual({ said: [0, 0], saidFor: [0, 0] });
      expect(await countsOf(marsh)).toEqual({ said: [1, 1], saidFor: [1, 1] });
      expect(await facet("onBehalfOf")).toEqual([{ value: marsh, count: 1 }]);
    });

    it("are one speaker with the full name beside which they speak", async () => {
      const both = { entities: [full("Lena", "Marsh"), short("Marsh"), bank] };
      const passages = [{ words: "Rates will rise.", by: "Lena Marsh", alongside: ["Marsh"] }];
      const named = Array.from({ length: 8 }, (_, i) =>
        paper(`news ${i}`, { entities: [full("Lena", "Marsh"), bank] }),
      );
      await put(...named, paper("both", { ...both, passages, publishedAt: "2031-05-02T00:00:00.000Z" }));
      const lena = joinedId("lena marsh");
      expect((await whoIs("both", "Marsh"))?.id).toBe(lena);
      expect(await told()).toEqual([{ speakers: [lena], onBehalfOf: null }]);
      expect(await facet("speakers")).toEqual([{ value: lena, count: 1 }]);
      expect(await store().timelines([lena], "YEAR")).toEqual([[{ period: "2031", quotes: 1 }]]);
      expect((await store().quotesOfSpeakers([lena], 5))[0]).toHaveLength(1);
    });

    it("mean of two people the one whom they stand with, by company or by title", async () => {
      await put(...TWO_OF_A_NAME);
      await put(paper("a", { entities: [short("Marsh"), bank] }), paper("b", { entities: [short("Marsh"), rowers] }));
      await put(paper("c", { entities: [short("Marsh", { titles: ["Coach"] })] }));
      expect((await whoIs("a", "Marsh"))?.name).toBe("Lena Marsh");
      expect((await whoIs("b", "Marsh"))?.name).toBe("Otto Marsh");
      expect((await whoIs("c", "Marsh"))?.name).toBe("Otto Marsh");
    });

    it("stay apart where nothing decides, and say who it may be", async () => {
      await put(...TWO_OF_A_NAME, paper("bare", { entities: [short("Marsh")] }));
      const bare = await whoIs("bare", "Marsh");
      expect(bare).toMatchObject({ id: entityIdIn("bare", "Marsh"), name: "Marsh" });
      expect([...(bare?.mayBe ?? [])].sort()).toEqual([joinedId("lena marsh"), joinedId("otto marsh")].sort());
    });

    it("stay apart where nobody of the collection bears them, or where an initial is another's", async () => {
      await put(...TWO_OF_A_NAME, paper("other", { entities: [short("Okafor"), bank] }));
      const initial = { name: "B. Marsh", linkKey: null, person: { first: "b", last: "marsh", gender: null } };
      await put(paper("initial", { entities: [initial, bank] }));
      expect(await whoIs("other", "Okafor")).toMatchObject({ name: "Okafor", mayBe: [] });
      expect(await whoIs("initial", "B. Marsh")).toMatchObject({ name: "B. Marsh", mayBe: [] });
    });

    it("leave a person who has left the index", async () => {
      const named = Array.from({ length: 6 }, (_, i) =>
        paper(`news ${i}`, { entities: [full("Lena", "Marsh"), bank] }),
      );
      await put(...named, paper("last", { entities: [short("Marsh"), bank] }));
      expect((await whoIs("last", "Marsh"))?.name).toBe("Lena Marsh");
      await store().remove(named.map((sketch) => articleFrom(sketch).article.id));
      expect((await all()).map(({ name }) => name).sort()).toEqual(["Harrow Bank", "Marsh"]);
    });

    it("come to the same whatever the order of puts, replacements and removals, and where all are put in at once", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
          await store().remove((await store().states()).map(({ id }) => id));
          const kept = new Map<string, ArticleSketch>();
          for (const { key, entities } of steps) {
            if (entities === null) await store().remove([articleFrom({ key }).article.id]);
            else await put({ key, entities });
            if (entities === null) kept.delete(key);
            else kept.set(key, { key, entities });
          }
          const reached = await all();
          await store().remove((await store().states()).map(({ id }) => id));
          await Promise.all([...kept.values()].map((sketch) => put(sketch)));
          expect(reached).toEqual(await all());
        }),
        { numRuns: propertyRuns(60) },
      );
    });
  });

  describe("the authority file", () => {
    const known = async () => {
      await put(...TWO_OF_A_NAME, paper("bare", { entities: [short("Marsh"), rowers] }));
      await put(paper("nickname", { entities: [full("Lenny", "Marsh")] }));
    };

    it("wins over what the collection tells, whether articles come before it or after", async () => {
      await known();
      await store().setPeople([AUTHORITY]);
      const before = await all();
      await store().remove((await store().states()).map(({ id }) => id));
      await known();
      expect(await all()).toEqual(before);
      const lena = await whoIs("bare", "Marsh");
      expect(lena).toMatchObject({ id: joinedId("lena marsh"), name: "Lena Adele Marsh", articleCount: 12 });
      expect(lena?.titles[0]).toEqual({ title: "Governor of Harrow Bank", asOf: null });
      expect(lena?.authority).toEqual({
        born: "1961",
        wikidata: "Q42",
        sameAs: ["https://www.wikidata.org/wiki/Q42", "https://harrow.example/marsh"],
      });
      expect((await whoIs("nickname", "Lenny Marsh"))?.id).toBe(lena?.id);
      expect((await store().entities([joinedId("lenny marsh")]))[0]?.id).toBe(lena?.id);
      expect((await named("lena adele marsh"))[0]?.id).toBe(lena?.id);
    });

    it("is undone by another one", async () => {
      await known();
      const before = await all();
      await store().setPeople([AUTHORITY]);
      await store().setPeople([]);
      expect(await all()).toEqual(before);
      expect(await named("lena adele marsh")).toEqual([]);
    });
  });
}

const person = fc.oneof(
  fc.constantFrom(full("Lena", "Marsh"), full("Otto", "Marsh"), full("Marsh", "Tarn"), full("Bo", "Lind")),
  fc.constantFrom(short("Marsh"), short("Lind"), short("Marsh", { name: "Mr. Marsh", titles: ["coach"] })),
  fc.constantFrom(bank, rowers),
);
const step = fc.record({
  key: fc.constantFrom("one", "two", "three", "four", "five"),
  entities: fc.option(fc.uniqueArray(person, { selector: ({ name }) => name, maxLength: 4 }), { freq: 4 }),
});
