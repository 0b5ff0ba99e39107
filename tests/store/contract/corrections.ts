import { describe, expect, it } from "vitest";
import type { CorrectionChange } from "../../../src/model/correction.ts";
import { linkedEntityId } from "../../../src/model/entity.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, entityIdIn, joinedId } from "../article-fixture.ts";
import { correction, personNamed, quoteIn, undoneAt, wordsOf } from "../correction-fixture.ts";
import { countThrough, findWords, rankAll } from "../rank-all.ts";
import { readAllPages } from "../read-all-pages.ts";
import { readEverything } from "../read-everything.ts";

const full = (name: string, details: object = {}) => {
  const [first = "", last = ""] = name.toLowerCase().split(" ");
  return { name, person: { first, last, gender: null }, ...details };
};
const short = (name: string) => ({
  name,
  linkKey: null,
  person: { first: null, last: name.toLowerCase(), gender: null },
});

const FERRY: ArticleSketch = {
  key: "ferry",
  publishedAt: "2031-05-02T00:00:00.000Z",
  passages: [
    { words: "The ferry stays where it is, whatever the board may say.", by: "Lena Marsh", confidence: 0.7 },
    { words: "We shall count the boats again before the winter.", by: "Tom Okafor" },
    { words: "It rained on the quay." },
  ],
  entities: [full("Lena Marsh"), full("Tom Okafor"), { name: "Quay Board", kind: "ORGANIZATION" }],
};
const TARIFF: ArticleSketch = {
  key: "tariff",
  passages: [{ words: "The tariff will rise by a tenth.", by: "Marsh" }],
  entities: [short("Marsh"), { name: "Quay Board", kind: "ORGANIZATION" }],
};
const QUARRY: ArticleSketch = {
  key: "quarry",
  passages: [{ words: "The quarry is closed for good.", by: "Lena Marsh" }],
  entities: [full("Lena Marsh", { titles: ["Geologist"] })],
};

const OKAFOR = personNamed("Tom Okafor");
const MARSH = personNamed("Lena Marsh");
const ferryToOkafor: CorrectionChange = { kind: "SPEAKER", words: wordsOf(FERRY, 0), speaker: OKAFOR };
const hideFerry: CorrectionChange = { kind: "HIDDEN", words: wordsOf(FERRY, 0) };
const WORDS = ["ferry", "tariff", "quarry", "boats", "rained"];

export function describeCorrections(store: () => QuoteStoreWriter): void {
  const put = async (...sketches: readonly ArticleSketch[]) => {
    for (const sketch of sketches) await store().put(articleFrom(sketch));
  };
  const quoteOf = async (sketch: ArticleSketch, passage = 0) =>
    (await store().quotes([quoteIn(articleFrom(sketch), passage).id]))[0];
  const entity = async (id: string) => (await store().entities([id]))[0];
  const saidBy = async (id: string) => [
    (await store().listQuotes({ speakers: [id] }, "NEWEST", { first: 9, after: null })).total,
    await countThrough(store(), { speakers: [id] }),
  ];
  const everything = () => readEverything(store(), WORDS);

  describe("a corrected speaker", () => {
    it("is sure, and has said it for lists, counts, filters and facets, and the former one has not", async () => {
      await put(FERRY, QUARRY);
      await store().correct(correction(1, ferryToOkafor));
      expect(await quoteOf(FERRY)).toMatchObject({ speakerId: OKAFOR.id, coSpeakerIds: [], confidence: 1 });
      expect([await saidBy(OKAFOR.id), await saidBy(MARSH.id)]).toEqual([
        [2, 2],
        [1, 1],
      ]);
      expect([(await entity(OKAFOR.id))?.quoteCount, (await entity(MARSH.id))?.quoteCount]).toEqual([2, 1]);
      const { values } = await (await rankAll(store())).facet("speakers", 5);
      expect(values).toEqual([
        { value: OKAFOR.id, count: 2 },
        { value: MARSH.id, count: 1 },
      ]);
    });

    it("may be somebody whom the article does not name, or no article does", async () => {
      await put(FERRY, QUARRY);
      const ada = personNamed("Ada Brill");
      await store().correct(correction(1, { kind: "SPEAKER", words: wordsOf(QUARRY, 0), speaker: OKAFOR }));
      await store().correct(correction(2, { kind: "SPEAKER", words: wordsOf(FERRY, 1), speaker: ada }));
      expect(await saidBy(OKAFOR.id)).toEqual([1, 1]);
      expect(await entity(ada.id)).toMatchObject({ name: "Ada Brill", mentionCount: 0, quoteCount: 1 });
      const herself: ArticleSketch = { key: "herself", entities: [full("Ada Brill")] };
      await put(herself);
      expect(await entity(ada.id)).toMatchObject({ mentionCount: 1, quoteCount: 1, articleCount: 2 });
    });

    it("put right twice is the later one, and of the earlier nothing is left", async () => {
      const lind = personNamed("Petra Lind");
      await put(FERRY);
      await store().correct(correction(1, { kind: "SPEAKER", words: wordsOf(FERRY, 0), speaker: lind }));
      expect(await entity(lind.id)).toMatchObject({ articleCount: 1, quoteCount: 1 });
      await store().correct(correction(2, ferryToOkafor));
      expect(await entity(lind.id)).toBeNull();
      expect((await store().info()).people).toBe(2);
    });

    it("stays when the article is put in again, and comes back with an article that left", async () => {
      await put(FERRY);
      await store().correct(correction(1, ferryToOkafor));
      const corrected = await everything();
      await put(FERRY);
      expect(await everything()).toEqual(corrected);
      await store().remove([articleFrom(FERRY).article.id]);
      expect((await store().correctionsOf([wordsOf(FERRY, 0).quoteId]))[0]).toEqual([]);
      await put(FERRY);
      expect(await everything()).toEqual(corrected);
    });

    it("may be told before the article is there", async () => {
      await store().correct(correction(1, ferryToOkafor));
      await put(FERRY);
      expect((await quoteOf(FERRY))?.speakerId).toBe(OKAFOR.id);
    });

    it("stays where a better extraction finds a little more of the words, and where the article was changed a little", async () => {
      await store().correct(correction(1, ferryToOkafor));
      const shorter = "The ferry stays where it is, whatever the board may";
      const passages = (FERRY.passages ?? []).map((passage, i) =>
        i === 0 ? { ...passage, statement: shorter } : passage,
      );
      await put({ ...FERRY, passages });
      expect((await store().quotes([quoteIn(articleFrom({ ...FERRY, passages }), 0).id]))[0]?.speakerId).toBe(
        OKAFOR.id,
      );
      const edited: ArticleSketch = {
        ...FERRY,
        passages: [
          { words: "A word before." },
          { words: "The ferry will stay where it is, whatever the board may say.", by: "Lena Marsh" },
        ],
      };
      await put(edited);
      expect((await quoteOf(edited, 1))?.speakerId).toBe(OKAFOR.id);
    });

    it("is not put on other words, though they are in the article's place", async () => {
      await store().correct(correction(1, ferryToOkafor));
      const other = { ...FERRY, passages: [{ words: "Nobody asked me about any of this.", by: "Lena Marsh" }] };
      await put(other);
      expect((await quoteOf(other))?.speakerId).toBe(MARSH.id);
    });

    it("is told apart from the same words said elsewhere in the article", async () => {
      const twice: ArticleSketch = {
        ...FERRY,
        passages: [
          { words: "No comment at all.", by: "Lena Marsh" },
          { words: "It rained, and then it snowed." },
          { words: "No comment at all.", by: "Lena Marsh" },
        ],
      };
      await put(twice);
      await store().correct(correction(1, { kind: "SPEAKER", words: wordsOf(twice, 2), speaker: OKAFOR }));
      expect([(await quoteOf(twice, 0))?.speakerId, (await quoteOf(twice, 2))?.speakerId]).toEqual([
        MARSH.id,
        OKAFOR.id,
      ]);
    });

    it("is nobody where nobody is known, and then the words that name the former one are not shown for a name", async () => {
      const named = {
        ...FERRY,
        passages: [{ words: "Marsh said nothing changes.", by: "Lena Marsh", mention: "Marsh" }],
      };
      await put({ ...named, entities: [full("Lena Marsh", { mentions: 0, mentionedIn: [0] })] });
      await store().correct(correction(1, { kind: "NOBODY", words: wordsOf(named, 0) }));
      expect(await quoteOf(named)).toMatchObject({ speakerId: null, speakerMention: null, confidence: 1 });
      expect(await saidBy(MARSH.id)).toEqual([0, 0]);
    });
  });

  describe("words that were not asserted", () => {
    it("are found as what was decided, by the same speaker", async () => {
      await put(FERRY);
      await store().correct(correction(1, { kind: "ASSERTION", words: wordsOf(FERRY, 0), assertion: "DENIED" }));
      expect(await quoteOf(FERRY)).toMatchObject({ assertion: "DENIED", speakerId: MARSH.id, confidence: 0.7 });
      expect(await countThrough(store(), { assertions: ["DENIED"] })).toBe(1);
    });
  });

  describe("a hidden quote", () => {
    it("is no quote any more for anything that is asked, and its words are the article's own", async () => {
      await put(FERRY);
      await store().correct(correction(1, hideFerry));
      expect(await quoteOf(FERRY)).toBeNull();
      expect((await store().info()).quotes).toBe(1);
      expect(await saidBy(MARSH.id)).toEqual([0, 0]);
      expect((await entity(MARSH.id))?.quoteCount).toBe(0);
      expect(await countThrough(store(), { chunkKinds: ["QUOTE"] })).toBe(1);
      const [chunk] = await store().chunks(await findWords(store(), ["ferry"]));
      expect(chunk).toMatchObject({ kind: "PARAGRAPH", quoteIds: [] });
      await put(FERRY);
      expect(await quoteOf(FERRY)).toBeNull();
    });
  });

  describe("people who are one", () => {
    const merge: CorrectionChange = { kind: "MERGED", people: [personNamed("Helena Marsh")], into: MARSH };
    const helena: ArticleSketch = {
      key: "helena",
      passages: [{ words: "The lamp stays lit.", by: "Helena Marsh" }],
      entities: [full("Helena Marsh")],
    };

    it("have one page, whichever of their ids and names is asked for, and articles to come know it", async () => {
      await put(FERRY, helena);
      await store().correct(correction(1, merge));
      const one = await entity(joinedId("helena marsh"));
      expect(one).toMatchObject({
        id: MARSH.id,
        name: "Helena Marsh",
        aliases: ["Lena Marsh"],
        quoteCount: 2,
        articleCount: 2,
      });
      expect(await saidBy(MARSH.id)).toEqual([2, 2]);
      await put({ ...helena, key: "later" });
      expect((await entity(MARSH.id))?.articleCount).toBe(3);
    });

    it("take a name without a first name with them", async () => {
      await put(TARIFF, FERRY);
      const marsh = { id: entityIdIn("tariff", "Marsh"), kind: "PERSON" as const, name: "Marsh" };
      await store().correct(correction(1, { kind: "MERGED", people: [marsh], into: OKAFOR }));
      expect((await entity(marsh.id))?.id).toBe(OKAFOR.id);
      await put(QUARRY, helena, TARIFF);
      expect((await entity(marsh.id))?.id).toBe(OKAFOR.id);
    });

    it("merged in a circle are one all the same", async () => {
      await put(FERRY, helena);
      await store().correct(correction(1, merge));
      await store().correct(correction(2, { kind: "MERGED", people: [MARSH], into: personNamed("Helena Marsh") }));
      expect((await entity(joinedId("helena marsh")))?.id).toBe((await entity(MARSH.id))?.id);
    });
  });

  describe("people who are two", () => {
    const into = {
      id: linkedEntityId("PERSON", "marsh the geologist"),
      kind: "PERSON" as const,
      name: "Lena Marsh (geologist)",
    };
    const named = [{ articleId: articleFrom(QUARRY).article.id, name: "Lena Marsh" }];
    const split: CorrectionChange = { kind: "SPLIT", from: MARSH, into, named };

    it("have two pages, each with the quotes of its own articles", async () => {
      await put(FERRY, QUARRY);
      await store().correct(correction(1, split));
      expect(await entity(into.id)).toMatchObject({ name: into.name, quoteCount: 1, titles: [{ title: "Geologist" }] });
      expect(await entity(MARSH.id)).toMatchObject({ quoteCount: 1, titles: [] });
      expect([await saidBy(into.id), await saidBy(MARSH.id)]).toEqual([
        [1, 1],
        [1, 1],
      ]);
      await put(QUARRY);
      expect((await entity(into.id))?.quoteCount).toBe(1);
    });

    it("are found by the id of either where they were merged again, and by each its own where that is undone", async () => {
      const lind = personNamed("Petra Lind");
      await put(FERRY, QUARRY);
      await store().correct(correction(1, split));
      await store().correct(correction(2, { kind: "MERGED", people: [into], into: lind }));
      await store().correct(correction(3, { kind: "MERGED", people: [lind], into: MARSH }));
      expect(await store().entities([into.id, lind.id])).toMatchObject([{ id: MARSH.id }, { id: MARSH.id }]);
      expect([await saidBy(into.id), await saidBy(lind.id)]).toEqual([
        [2, 2],
        [2, 2],
      ]);
      const about = (await store().correctionsOf([into.id]))[0] ?? [];
      expect(about.map(({ id }) => id)).toEqual(["correction 3", "correction 2", "correction 1"]);
      await store().undoCorrection("correction 3", undoneAt(4));
      expect(await store().entities([into.id, MARSH.id])).toMatchObject([{ id: lind.id }, { id: MARSH.id }]);
    });
  });

  describe("a person who is called otherwise", () => {
    it("has that name first, is found by it, and by the others", async () => {
      await put(FERRY, QUARRY);
      await store().correct(correction(1, { kind: "RENAMED", person: MARSH, name: "Lena Adele Marsh-Tarn" }));
      expect(await entity(MARSH.id)).toMatchObject({ name: "Lena Adele Marsh-Tarn", aliases: ["Lena Marsh"] });
      const asked = ["lena adele marsh-tarn", "lena marsh"].map((name) => ({
        names: [name],
        surnames: [],
        titles: [],
      }));
      const found = await store().entitiesByNames(asked);
      expect(found.map(({ named }) => named.map(({ id }) => id))).toEqual([[MARSH.id], [MARSH.id]]);
    });
  });

  describe("corrections", () => {
    it("are listed with who, when, what was before and why, the latest first, and told of what they made", async () => {
      await put(FERRY);
      const first = correction(1, ferryToOkafor);
      const second = correction(2, { kind: "RENAMED", person: OKAFOR, name: "Thomas Okafor" });
      await store().correct(first);
      await store().correct(second);
      expect(await readAllPages((page) => store().listCorrections(page), 1)).toEqual([second, first]);
      expect(await store().corrections([first.id, "unknown"])).toEqual([first, null]);
      const [quote, person, other] = await store().correctionsOf([wordsOf(FERRY, 0).quoteId, OKAFOR.id, MARSH.id]);
      expect([quote, person, other]).toEqual([[first], [second], []]);
    });

    it("of one thing count by their time, whichever comes first into the index", async () => {
      await put(FERRY);
      const earlier = correction(1, { kind: "NOBODY", words: wordsOf(FERRY, 0) });
      await store().correct(correction(2, ferryToOkafor));
      await store().correct(earlier);
      expect((await quoteOf(FERRY))?.speakerId).toBe(OKAFOR.id);
      expect(await store().undoCorrection("correction 2", undoneAt(3))).toBe(true);
      expect((await quoteOf(FERRY))?.speakerId).toBeNull();
    });

    it("are undone once, and then everything is as it was, and the list says who undid them", async () => {
      await put(FERRY, QUARRY, TARIFF);
      const before = await everything();
      await store().correct(correction(1, ferryToOkafor));
      expect(await everything()).not.toEqual(before);
      expect(await store().undoCorrection("correction 1", undoneAt(2))).toBe(true);
      expect(await store().undoCorrection("correction 1", undoneAt(3))).toBe(false);
      expect(await store().undoCorrection("unknown", undoneAt(3))).toBe(false);
      expect(await everything()).toEqual(before);
      expect(await store().corrections(["correction 1"])).toMatchObject([{ undone: undoneAt(2) }]);
      expect(await store().correctionsOf([wordsOf(FERRY, 0).quoteId])).toEqual([[]]);
    });

    it("that come again change nothing, unless they come undone", async () => {
      await put(FERRY);
      const before = await everything();
      const made = correction(1, ferryToOkafor);
      await store().correct(made);
      const corrected = await everything();
      await store().correct(made);
      expect(await everything()).toEqual(corrected);
      await store().correct({ ...made, undone: undoneAt(2) });
      expect(await everything()).toEqual(before);
      await store().correct({ ...correction(4, hideFerry, "never stood"), undone: undoneAt(5) });
      expect(await store().correctionsOf([wordsOf(FERRY, 0).quoteId])).toEqual([[]]);
    });

    it("stay when everything else is removed, and hold for what comes then", async () => {
      await put(FERRY);
      await store().correct(correction(1, ferryToOkafor));
      await store().reset();
      await put(FERRY);
      expect((await quoteOf(FERRY))?.speakerId).toBe(OKAFOR.id);
    });
  });
}
