import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { backupIndex } from "../../../src/store/embedded/maintenance/backup-index.ts";
import { checkIndex } from "../../../src/store/embedded/maintenance/check-index.ts";
import { restoreIndex } from "../../../src/store/embedded/maintenance/restore-index.ts";
import { indexExists, openStore, openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { databasePath, type IndexPlace } from "../../../src/store/embedded/open-index.ts";
import { SCHEMA_VERSION } from "../../../src/store/embedded/schema.ts";
import { type ArticleSketch, articleFrom, joinedId, unitVector } from "../article-fixture.ts";
import { correction, personNamed, undoneAt, wordsOf } from "../correction-fixture.ts";
import { findWords } from "../rank-all.ts";
import { readEverything } from "../read-everything.ts";
import { temporaryPlace } from "./temporary-place.ts";

const ARTICLE = articleFrom({ key: "one", passages: [{ words: "some words" }] });

/**
 * Made by Verbatim at commits 0ef0b41 (7) and cea1c16 (8) from `OLDER_FERRY` and another article, and at 8e5e33d (9) from that of 8: there Tom Okafor of the ferry was
 * split off as Ada Brill, who was merged into Petra Lind, who was merged into Tom Okafor.
 */
const olderIndex = (schema: number) => join(import.meta.dirname, `fixtures/schema-${schema}.sqlite.gz`);
const OLDER_FERRY: ArticleSketch = {
  key: "ferry",
  passages: [
    { words: "The ferry stays where it is.", by: "Lena Marsh" },
    { words: "We shall count the boats again.", by: "Tom Okafor" },
    { words: "It rained on the quay." },
  ],
  entities: [{ name: "Lena Marsh" }, { name: "Tom Okafor" }],
};

/** Makes of a database of today, with one chunk of these words in it, one of version 7. */
function toVersion7(db: Database.Database): void {
  db.exec("DROP VIEW entity_id");
  for (const table of ["correction_subject", "correction", "decided_person", "decided_name", "article_found"])
    db.exec(`DROP TABLE ${table}`);
  db.exec(`
    CREATE VIEW entity_id (id, entity_key) AS SELECT id, key FROM entity;
    CREATE VIRTUAL TABLE words_kept USING fts5 (text, context UNINDEXED, tokenize = "porter unicode61 remove_diacritics 2");
    INSERT INTO words_kept (rowid, text, context) SELECT label, 'some words', '' FROM chunk;
    DROP TABLE chunk_words;
    ALTER TABLE words_kept RENAME TO chunk_words`);
  db.prepare("UPDATE chunk_vector SET vector = ?").run(new Uint8Array(unitVector(1).buffer));
  db.pragma("user_version = 7");
}

/** Makes of a database of version 7 one of version 5. */
const TO_VERSION_5 = `
  ALTER TABLE article_body DROP COLUMN author;
  ALTER TABLE article_body DROP COLUMN recording;
  ALTER TABLE chunk ADD COLUMN quote_id TEXT REFERENCES quote;
  CREATE INDEX chunk_by_quote ON chunk (quote_id);
  UPDATE chunk SET quote_id = (SELECT o.quote_id FROM chunk_quote o WHERE o.label = chunk.label);
  DROP TABLE chunk_quote;
  DROP TABLE quote_entity;
  ALTER TABLE chunk_vector DROP COLUMN context_vector;
`;

async function placeWithArticle(): Promise<IndexPlace> {
  const place = temporaryPlace();
  const writer = await openStoreForWriting(place);
  await writer.put(ARTICLE);
  await writer.save();
  await writer.close();
  return place;
}

/** Nobody but `reset` can work with the index, and after it everybody can. */
async function expectMendedByReset(place: IndexPlace, sentence: RegExp): Promise<void> {
  const refusal = { code: "INDEX_INCOMPATIBLE", message: expect.stringMatching(sentence) };
  await expect(openStore(place)).rejects.toMatchObject(refusal);
  const writer = await openStoreForWriting(place);
  await expect(writer.states()).rejects.toMatchObject(refusal);
  await expect(writer.put(ARTICLE)).rejects.toMatchObject(refusal);
  await writer.reset();
  await writer.put(ARTICLE);
  await writer.close();
  const reader = await openStore(place);
  expect(await reader.nearest(unitVector(1), 5, {})).toHaveLength(1);
  await reader.close();
}

describe("an index that does not fit", () => {
  it("of another model is refused with both names and what to do", async () => {
    const place = await placeWithArticle();
    await expectMendedByReset({ ...place, model: "example/other" }, /example\/model .*example\/other .*--reset/s);
  });

  it("of other dimensions is refused with both numbers", async () => {
    const place = await placeWithArticle();
    const other = { ...place, dimensions: 16 };
    await expect(openStore(other)).rejects.toMatchObject({ code: "INDEX_INCOMPATIBLE", message: /8 dim.*16 dim/s });
  });

  it("of another version of the schema is refused with both versions", async () => {
    const place = await placeWithArticle();
    const db = new Database(databasePath(place.directory));
    db.pragma("user_version = 99");
    db.close();
    await expectMendedByReset(place, new RegExp(`version 99.* ${SCHEMA_VERSION}\\b.*--reset`, "s"));
  });

  it("of an older version that can be made today's is opened, with all that it holds, and every article is to be made anew", async () => {
    const place = await placeWithArticle();
    const db = new Database(databasePath(place.directory));
    toVersion7(db);
    db.exec(TO_VERSION_5);
    db.pragma("user_version = 5");
    db.close();
    const reader = await openStore(place);
    const { revision: _, ...kept } = ARTICLE.article;
    expect(await reader.articles([ARTICLE.article.id])).toMatchObject([kept]);
    expect(await findWords(reader, ["some"])).toHaveLength(1);
    await reader.close();
    const writer = await openStoreForWriting(place);
    expect(await writer.states()).toMatchObject([{ revision: "" }]);
    await writer.put(ARTICLE);
    expect(await findWords(writer, ["some"])).toHaveLength(1);
    await writer.close();
  });

  it("of the version before, which kept words and whole vectors, is opened and finds as before", async () => {
    const place = await placeWithArticle();
    const db = new Database(databasePath(place.directory));
    toVersion7(db);
    db.close();
    const reader = await openStore(place);
    const [chunk] = ARTICLE.chunks;
    expect(await reader.chunks([chunk?.chunk.id ?? ""])).toEqual([chunk?.chunk]);
    expect(await findWords(reader, ["some"])).toHaveLength(1);
    expect((await reader.nearest(unitVector(1), 5, {}))[0]?.score).toBeCloseTo(1, 3);
    await reader.close();
  });

  it.each([7, 8, 9])(
    "of schema %i, as the program of then made it, is opened with all that it holds, and can be put right",
    async (schema) => {
      const place = temporaryPlace();
      writeFileSync(databasePath(place.directory), gunzipSync(readFileSync(olderIndex(schema))));
      const writer = await openStoreForWriting(place);
      expect(await writer.info()).toMatchObject({ articles: 2, quotes: 3, people: 3, organizations: 1, chunks: 4 });
      expect((await writer.states()).map(({ title }) => title).sort()).toEqual(["The ferry stays", "The tariff rises"]);
      const marsh = joinedId("lena marsh");
      expect(await writer.entities([marsh])).toMatchObject([
        { name: "Lena Marsh", quoteCount: 1, titles: [{ title: "Mayor" }] },
      ]);
      expect(await findWords(writer, ["tariff"])).toHaveLength(1);
      expect(await writer.nearest(unitVector(1), 9, {})).toHaveLength(4);
      const before = await readEverything(writer, ["boats"]);
      await writer.correct(correction(1, { kind: "HIDDEN", words: wordsOf(OLDER_FERRY, 1) }));
      expect(await writer.info()).toMatchObject({ quotes: 2 });
      await writer.undoCorrection("correction 1", undoneAt(2));
      expect(await readEverything(writer, ["boats"])).toEqual(before);
      await writer.close();
    },
  );

  it("of schema 9 knows then whom the ids of people mean who were merged", async () => {
    const place = temporaryPlace();
    writeFileSync(databasePath(place.directory), gunzipSync(readFileSync(olderIndex(9))));
    const [brill, lind, okafor] = [
      personNamed("Ada Brill").id,
      personNamed("Petra Lind").id,
      personNamed("Tom Okafor").id,
    ];
    const writer = await openStoreForWriting(place);
    const whom = async () => (await writer.entities([brill, lind])).map((entity) => entity?.id);
    expect(await whom()).toEqual([okafor, okafor]);
    expect(await checkIndex(place.directory)).toEqual([]);
    await writer.undoCorrection("merged again", undoneAt(20));
    expect(await whom()).toEqual([lind, lind]);
    await writer.close();
  });

  it("of the version before, as a backup, is brought up to date when it is put back, also under a server", async () => {
    const old = await placeWithArticle();
    const db = new Database(databasePath(old.directory));
    toVersion7(db);
    db.close();
    await expect(checkIndex(old.directory)).rejects.toMatchObject({ message: expect.stringContaining("up to date") });
    const backup = join(old.directory, "copy.verbatim");
    await backupIndex(old.directory, backup);
    const place = temporaryPlace();
    const reader = await openStore(place);
    await restoreIndex(backup, place.directory);
    expect(await findWords(reader, ["some"])).toHaveLength(1);
    await reader.close();
    expect(await checkIndex(place.directory)).toEqual([]);
  });

  it("that is the database of something else is refused", async () => {
    const place = temporaryPlace();
    const db = new Database(databasePath(place.directory));
    db.exec("CREATE TABLE something (x); CREATE TABLE other (y)");
    db.close();
    await expectMendedByReset(place, /--reset/);
  });

  it("that is no database is refused", async () => {
    const place = temporaryPlace();
    writeFileSync(databasePath(place.directory), "This is a letter to my aunt. ".repeat(500));
    await expectMendedByReset(place, /not an index.*--reset/s);
  });

  it("that never held a vector suits every model", async () => {
    const place = temporaryPlace();
    await (await openStore(place)).close();
    const writer = await openStoreForWriting({ ...place, model: "example/other" });
    await writer.put(ARTICLE);
    expect(await writer.info()).toMatchObject({ model: "example/other" });
    await writer.close();
  });
});

describe("a place for an index", () => {
  it("has none until it is opened", async () => {
    const place = { ...temporaryPlace() };
    const inside = { ...place, directory: join(place.directory, "a", "b") };
    expect(indexExists(inside.directory)).toBe(false);
    const reader = await openStore(inside);
    expect(indexExists(inside.directory)).toBe(true);
    expect(await reader.info()).toMatchObject({ articles: 0, model: place.model, dimensions: 8 });
    await reader.close();
  });

  it("that is a file is refused with a sentence", async () => {
    const place = temporaryPlace();
    const directory = join(place.directory, "file");
    writeFileSync(directory, "");
    await expect(openStore({ ...place, directory })).rejects.toMatchObject({ code: "BAD_SETTING" });
    await expect(openStoreForWriting({ ...place, directory })).rejects.toMatchObject({ code: "BAD_SETTING" });
  });

  it("whose database cannot be opened lets the next writer try", async () => {
    const place = temporaryPlace();
    mkdirSync(databasePath(place.directory));
    for (const _ of [1, 2]) await expect(openStoreForWriting(place)).rejects.toMatchObject({ code: "BAD_SETTING" });
  });
});
