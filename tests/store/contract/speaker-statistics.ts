import { describe, expect, it } from "vitest";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, entityIdIn, joinedId } from "../article-fixture.ts";

const ADA = { name: "Ada Voss", linkKey: "ada voss", mentions: 0 };
const BO = { name: "Bo Lind", linkKey: "bo lind", mentions: 0, mentionedIn: [1] };
const FLEET = { name: "Herring Fleet", kind: "ORGANIZATION" as const, mentions: 0, mentionedIn: [0, 2] };

const article = (sketch: ArticleSketch) => articleFrom(sketch);
const MARCH = article({
  key: "march",
  publishedAt: "2024-03-05T10:00:00.000Z",
  entities: [ADA, BO, FLEET],
  passages: [
    { words: "The fleet will sail.", by: "Ada Voss" },
    { words: "The sea is rough today.", by: "Ada Voss" },
    { words: "The fleet will stay.", by: "Bo Lind" },
  ],
});
const MAY = article({
  key: "may",
  publishedAt: "2024-05-01T10:00:00.000Z",
  entities: [ADA],
  passages: [{ words: "They sailed.", by: "Ada Voss" }],
});
const DUET = article({
  key: "duet",
  publishedAt: "2024-06-01T10:00:00.000Z",
  entities: [ADA, { ...BO, mentionedIn: [] }, { ...FLEET, mentionedIn: [0] }],
  passages: [{ words: "The fleet is ours.", by: "Ada Voss", alongside: ["Bo Lind"] }],
});
const UNDATED = article({ key: "undated", entities: [ADA], passages: [{ words: "I sail.", by: "Ada Voss" }] });

const ADA_ID = entityIdIn("march", "Ada Voss");
const BO_ID = entityIdIn("march", "Bo Lind");

export function describeSpeakerStatistics(store: () => QuoteStoreWriter): void {
  const putAll = async () => {
    for (const one of [UNDATED, MAY, MARCH]) await store().put(one);
  };

  describe("what speakers say in sum", () => {
    it("is counted by day, month and year, undated quotes last, for each speaker asked for", async () => {
      await putAll();
      expect(await store().timelines([BO_ID, "none", ADA_ID], "MONTH")).toEqual([
        [{ period: "2024-03", quotes: 1 }],
        [],
        [
          { period: "2024-03", quotes: 2 },
          { period: "2024-05", quotes: 1 },
          { period: null, quotes: 1 },
        ],
      ]);
      expect((await store().timelines([BO_ID], "DAY"))[0]).toEqual([{ period: "2024-03-05", quotes: 1 }]);
      expect((await store().timelines([ADA_ID], "YEAR"))[0]?.[0]).toEqual({ period: "2024", quotes: 3 });
    });

    it("counts what several say together for each of them", async () => {
      await store().put(DUET);
      const ids = [entityIdIn("duet", "Ada Voss"), entityIdIn("duet", "Bo Lind")];
      expect(await store().timelines(ids, "YEAR")).toEqual([
        [{ period: "2024", quotes: 1 }],
        [{ period: "2024", quotes: 1 }],
      ]);
      expect((await store().entities(ids)).map((one) => one?.quoteCount)).toEqual([1, 1]);
      expect((await store().quotesOfSpeakers(ids, 5)).map((quotes) => quotes.length)).toEqual([1, 1]);
      const [ofFleet] = await store().coMentions([entityIdIn("duet", "Herring Fleet", "ORGANIZATION")], 9);
      const joined = [joinedId("ada voss"), joinedId("bo lind")].sort();
      expect(ofFleet?.map(({ entityId, spokenBy }) => [entityId, spokenBy])).toEqual(joined.map((id) => [id, 1]));
    });

    it("is the same by the id of any member of a joined entity", async () => {
      await putAll();
      const [first, other] = await store().timelines([ADA_ID, entityIdIn("may", "Ada Voss")], "YEAR");
      expect(other).toEqual(first);
    });

    it("gives the newest quotes of each speaker, no more than asked for", async () => {
      await putAll();
      const [bo, none, ada] = await store().quotesOfSpeakers([BO_ID, "none", ADA_ID], 2);
      expect(bo).toHaveLength(1);
      expect(none).toEqual([]);
      expect(ada?.map(({ articleId }) => articleId)).toEqual([MAY.article.id, MARCH.article.id]);
    });

    it("counts the chunks whose own words have a phrase, stemmed, in whatever order it asks", async () => {
      await putAll();
      expect(await store().phraseCounts(["sails", "fleet will", "will fleet", "", "…"])).toEqual([3, 2, 0, 0, 0]);
    });

    it("counts whom and what one speaks of, is spoken of by, and stands in articles with", async () => {
      await putAll();
      const [fleetId, boId] = [joinedId("herring fleet", "ORGANIZATION"), joinedId("bo lind")];
      const [ada, none, fleet] = await store().coMentions([ADA_ID, "none", fleetId], 10);
      expect(new Set(ada)).toEqual(
        new Set([
          { entityId: boId, spokenOf: 1, spokenBy: 0, articles: 1 },
          { entityId: fleetId, spokenOf: 1, spokenBy: 0, articles: 1 },
        ]),
      );
      expect(none).toEqual([]);
      expect(fleet?.map(({ spokenOf, spokenBy, articles }) => [spokenOf, spokenBy, articles])).toEqual([
        [0, 1, 1],
        [0, 1, 1],
      ]);
      expect(await store().coMentions([ADA_ID], 1)).toEqual([ada?.slice(0, 1)]);
    });
  });
}
