import { describe, expect, it } from "vitest";
import type { Entity } from "../../../src/model/entity.ts";
import type { EntityFilter, NameQuery, QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, entityIdIn, joinedId } from "../article-fixture.ts";
import { readAllPages } from "../read-all-pages.ts";

const FIRST: ArticleSketch = {
  key: "first",
  publishedAt: "2023-01-01T00:00:00.000Z",
  passages: [{ words: "We shall see.", by: "José Núñez" }],
  entities: [
    { name: "José Núñez", linkKey: "nunez", aliases: ["Núñez"], titles: ["Mayor", "Chair"], mentions: 4 },
    { name: "Port Council", kind: "ORGANIZATION", mentions: 2 },
  ],
};
const SECOND: ArticleSketch = {
  key: "second",
  publishedAt: "2024-01-01T00:00:00.000Z",
  entities: [
    { name: "José M. Núñez", linkKey: "nunez", aliases: ["Pepe"], titles: ["Mayor"], mentions: 3 },
    { name: "Port Council", kind: "PLACE", mentions: 1 },
    { name: "Ana al-Rashid", linkKey: null, mentions: 5 },
  ],
};

export function describeEntities(store: () => QuoteStoreWriter): void {
  const namesOf = async (filter: EntityFilter) => {
    const entities = await readAllPages((page) => store().listEntities(filter, page));
    return entities.map(({ name }) => name);
  };
  const NOTHING: NameQuery = { names: [], surnames: [], titles: [] };
  const named = async (name: string) => {
    const [found] = await store().entitiesByNames([{ ...NOTHING, names: [name] }]);
    return found?.named ?? [];
  };
  const titledSo = async (title: string) => {
    const [found] = await store().entitiesByNames([{ ...NOTHING, titles: [title] }]);
    return found?.titled ?? [];
  };
  const putAll = async () => {
    for (const sketch of [SECOND, FIRST]) await store().put(articleFrom(sketch));
  };

  describe("entities", () => {
    it("joins those of one kind and link key, under an id of their own, with those of their members leading there", async () => {
      await putAll();
      const ids = [entityIdIn("first", "José Núñez"), entityIdIn("second", "José M. Núñez")];
      const joined = {
        id: joinedId("nunez"),
        kind: "PERSON",
        name: "José Núñez",
        aliases: ["José M. Núñez", "Núñez", "Pepe"],
        titles: [
          { title: "Mayor", asOf: "2024-01-01T00:00:00.000Z" },
          { title: "Chair", asOf: "2023-01-01T00:00:00.000Z" },
        ],
        mayBe: [],
        authority: null,
        mentionCount: 7,
        articleCount: 2,
        quoteCount: 1,
      };
      expect(await store().entities([...ids, joined.id, "none"])).toEqual([joined, joined, joined, null]);
    });

    it("keeps apart those of different kinds, and those without a link key", async () => {
      const sketch = { entities: [{ name: "Ana", linkKey: null }] };
      await store().put(articleFrom({ ...sketch, key: "third" }));
      await store().put(articleFrom({ ...sketch, key: "fourth" }));
      await putAll();
      expect(await named("ana")).toHaveLength(2);
      expect(await named("port council")).toHaveLength(2);
    });

    it("finds by any name, letter case and accents aside, the most mentioned first", async () => {
      await putAll();
      for (const name of ["jose nunez", "PEPE", "Nuñez", "  José   M Núñez "]) {
        expect((await named(name)).map((entity) => entity.name)).toEqual(["José Núñez"]);
      }
      const kinds = (await named("Port Council")).map(({ kind }) => kind);
      expect(kinds).toEqual(["ORGANIZATION", "PLACE"]);
      expect(await named("…")).toEqual([]);
      expect(await named("Nun")).toEqual([]);
    });

    it("finds by a title that is held, in other words of it, the most mentioned first", async () => {
      const entities = [
        { name: "Karel Voss", titles: ["Minister of Defence of Kestria"], mentions: 1 },
        { name: "Ada Holt", titles: ["Environment Minister", "former Defence Minister"], mentions: 2 },
        { name: "Liv Rehn", titles: ["Chairwoman of the Port Council"], mentions: 3 },
        { name: "Jon Arvid", titles: ["Deputy Chair", "Chief of the General Staff"], mentions: 4 },
      ];
      await store().put(articleFrom({ key: "titles", entities }));
      const titled = async (title: string) => (await titledSo(title)).map(({ name }) => name);
      expect(await titled("the minister")).toEqual(["Ada Holt", "Karel Voss"]);
      expect(await titled("Defence Minister")).toEqual(["Karel Voss"]);
      expect(await titled("the former defence minister")).toEqual(["Ada Holt"]);
      expect(await titled("chair")).toEqual(["Liv Rehn"]);
      expect(await titled("the council's chairman")).toEqual(["Liv Rehn"]);
      expect(await titled("chief of general staff")).toEqual(["Jon Arvid"]);
      for (const none of ["council", "staff", "the", "…", "minister of trade", "Ada Holt"]) {
        expect(await titled(none), none).toEqual([]);
      }
    });

    it("finds people by the last words of a longer name, and nobody else", async () => {
      const names = ["Ana Quell", "Jan van den Orre", "Bo O’Sell", "Quell", "Dag Quell Jr.", "Quell Marne"];
      const entities = [...names.map((name) => ({ name })), { name: "Port Quell", kind: "PLACE" as const }];
      await store().put(articleFrom({ key: "surnames", entities }));
      const surnamed = async (surname: string) => {
        const [found] = await store().entitiesByNames([{ ...NOTHING, surnames: [surname] }]);
        return found?.named.map(({ name }) => name);
      };
      expect(await surnamed("QUELL")).toEqual(["Ana Quell"]);
      expect(await surnamed("quell jr")).toEqual(["Dag Quell Jr."]);
      expect(await surnamed("van den Orre")).toEqual(["Jan van den Orre"]);
      expect(await surnamed("O'Sell")).toEqual(["Bo O’Sell"]);
      for (const none of ["Ana", "uell", "Marne Quell", "", "%"]) expect(await surnamed(none), none).toEqual([]);
    });

    it("answers many questions at once, each with all whom any of its names fits", async () => {
      await putAll();
      const found = await store().entitiesByNames([
        { names: ["Port Council", "Pepe"], surnames: ["al-Rashid"], titles: [] },
        NOTHING,
        { names: ["Nobody"], surnames: [], titles: ["the mayor"] },
      ]);
      const names = (some: readonly Entity[]) => some.map(({ name }) => name);
      expect(found.map((one) => [names(one.named), names(one.titled)])).toEqual([
        [["José Núñez", "Ana al-Rashid", "Port Council", "Port Council"], []],
        [[], []],
        [[], ["José Núñez"]],
      ]);
      expect(await store().entitiesByNames([])).toEqual([]);
    });

    it("knows the words of names that are one slip away from a word of none", async () => {
      const names = ["Ada Brenn", "Ivo Brennt", "Łucja Sørdal"];
      await store().put(articleFrom({ key: "slips", entities: names.map((name) => ({ name })) }));
      const slips = async (word: string) => [...((await store().misspeltNameWords([word]))[0] ?? [])].sort();
      expect(await slips("berndt")).toEqual([]);
      expect(await slips("bernnt")).toEqual(["brennt"]);
      expect(await slips("brennd")).toEqual(["brenn", "brennt"]);
      expect(await slips("sordel")).toEqual(["sordal"]);
      for (const none of ["brenn", "brxxnt", "lucj", "ad", ""]) expect(await slips(none), none).toEqual([]);
      expect(await store().misspeltNameWords(["lucia", "nobody"])).toEqual([["lucja"], []]);
    });

    it("lists the most mentioned first, by kind, by article, by beginnings of words of one name", async () => {
      await putAll();
      expect(await namesOf({})).toEqual(["José Núñez", "Ana al-Rashid", "Port Council", "Port Council"]);
      expect(await namesOf({ kind: "PLACE" })).toEqual(["Port Council"]);
      expect(await namesOf({ article: articleFrom(FIRST).article.id })).toEqual(["José Núñez", "Port Council"]);
      expect(await namesOf({ query: "nun JO" })).toEqual(["José Núñez"]);
      expect(await namesOf({ query: "rash" })).toEqual(["Ana al-Rashid"]);
      expect(await namesOf({ query: "pepe nunez" })).toEqual([]);
      expect(await namesOf({ query: "unez" })).toEqual([]);
    });

    it("forgives slips of spelling where nothing matches: the nearest names alone", async () => {
      const names = ["Valery Gerasimov", "Ilham Aliyev", "Aliya Orlova", "Viktor Orlanov"];
      await store().put(articleFrom({ key: "names", entities: names.map((name) => ({ name })) }));
      expect(await namesOf({ query: "Gerassimov" })).toEqual(["Valery Gerasimov"]);
      expect(await namesOf({ query: "aliev" })).toEqual(["Ilham Aliyev"]);
      expect(await namesOf({ query: "ilham aliev" })).toEqual(["Ilham Aliyev"]);
      expect(await namesOf({ query: "orlanoff" })).toEqual(["Viktor Orlanov"]);
      expect(await namesOf({ query: "Qerasimov" })).toEqual(["Valery Gerasimov"]);
      expect(await namesOf({ query: "valery aliev" })).toEqual([]);
      expect(await namesOf({ query: "vkt" })).toEqual([]);
      expect(await namesOf({ query: "orl" })).toHaveLength(2);
    });

    it("forgets the names that only a removed article gave", async () => {
      await putAll();
      await store().remove([articleFrom(SECOND).article.id]);
      expect(await named("Pepe")).toEqual([]);
      expect(await titledSo("mayor")).toHaveLength(1);
      expect(await namesOf({ query: "rashid" })).toEqual([]);
      expect((await named("Núñez"))[0]?.id).toBe(joinedId("nunez"));
      await store().remove([articleFrom(FIRST).article.id]);
      expect(await titledSo("mayor")).toEqual([]);
    });
  });
}
