import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { checkIndex } from "../../../../src/store/embedded/maintenance/check-index.ts";
import { keepFormer } from "../../../../src/store/embedded/maintenance/keep-former.ts";
import { type EmbedChunks, rebuildIndex } from "../../../../src/store/embedded/maintenance/rebuild-index.ts";
import { openStore, openStoreForWriting } from "../../../../src/store/embedded/open-embedded-store.ts";
import { databasePath, type IndexPlace } from "../../../../src/store/embedded/open-index.ts";
import { vectorsPath } from "../../../../src/store/embedded/vector-files.ts";
import { type ArticleSketch, articleFrom, unitVector } from "../../article-fixture.ts";
import { correction, undoneAt, wordsOf } from "../../correction-fixture.ts";
import { findWords } from "../../rank-all.ts";
import { readAllPages } from "../../read-all-pages.ts";
import { readEverything } from "../../read-everything.ts";
import { temporaryPlace } from "../temporary-place.ts";
import { correctedTownPlace, TOWN_ARTICLES, TOWN_CORRECTIONS, tamper, townPlace } from "./maintained-place.ts";

const embed: EmbedChunks = async (_article, { chunks }) =>
  chunks.map((chunk, i) => ({ chunk, vector: unitVector(i), contextVector: unitVector(i) }));

const promisesBroken = async ({ directory }: IndexPlace) =>
  [...new Set((await checkIndex(directory)).map(({ promise }) => promise))].sort();

/** All that a reader is told of the articles. */
async function allThatIsTold(place: IndexPlace) {
  const store = await openStore(place);
  try {
    const page = { first: 100, after: null };
    const [articles, quotes, entities] = await Promise.all([
      store.listArticles({}, page),
      store.listQuotes({}, "OLDEST", page),
      store.listEntities({}, page),
    ]);
    const found = await findWords(store, ["lighthouse"]);
    return {
      articles: articles.items.map(({ value }) => value),
      quotes: quotes.items.map(({ value }) => value),
      entities: entities.items.map(({ value }) => value),
      found,
    };
  } finally {
    await store.close();
  }
}

/** All that can be read, with the corrections and what each is about. */
async function everythingIn(place: IndexPlace) {
  const store = await openStoreForWriting(place);
  try {
    const told = await readEverything(store, ["lighthouse", "rain"]);
    const corrections = await readAllPages((page) => store.listCorrections(page));
    const ids = [...told.quotes, ...told.entities, ...TOWN_ARTICLES.flatMap(({ quotes }) => quotes)].map(
      ({ id }) => id,
    );
    return { told, corrections, subjects: await store.correctionsOf(ids) };
  } finally {
    await store.close();
  }
}

/** Damages that SQL can do, with the promise that each breaks. */
const DAMAGES: readonly (readonly [string, string])[] = [
  ["spans", `UPDATE quote SET spans = '[{"start":0,"end":99999}]' WHERE ordinal = 0`],
  ["spans", `UPDATE quote SET spans = '[{"start":1,"end":9}]' WHERE ordinal = 0`],
  ["spans", `UPDATE chunk SET spans = '[{"start":2,"end":12}]' WHERE label = 1`],
  ["spans", "DELETE FROM article_body WHERE article_id = (SELECT MIN(article_id) FROM article_body)"],
  ["counts", "UPDATE entity SET mention_count = mention_count + 1"],
  ["counts", "UPDATE entity SET quote_count = 0"],
  ["vectors", "DELETE FROM chunk_vector WHERE label = 3"],
  ["vectors", "UPDATE chunk_vector SET vector = x'0000' WHERE label = 4"],
  ["vectors", "UPDATE chunk_vector SET context_vector = zeroblob(12) WHERE label = 4"],
  ["full text", "DELETE FROM chunk_words WHERE rowid = 2"],
  ["full text", "INSERT INTO chunk_words (rowid, text) VALUES (900, 'stray words')"],
  ["links", "DELETE FROM chunk_quote WHERE label = 1"],
  ["links", "UPDATE quote_speaker SET group_key = 77"],
];

/** Damages to what follows from corrections. */
const CORRECTION_DAMAGES: readonly string[] = [
  "DELETE FROM decided_person",
  "UPDATE decided_name SET name = 'Runa Holm'",
  "UPDATE quote SET assertion = 'ASSERTED' WHERE assertion = 'DENIED'",
  "UPDATE correction SET undone_at = '2031-06-01T10:00:00.000Z', undone_by = 'Edda' WHERE id = 'correction 2'",
];

describe("the check of an index", () => {
  it("finds nothing in a sound one, empty or full", async () => {
    expect(await promisesBroken(await townPlace())).toEqual([]);
    const empty = temporaryPlace();
    await (await openStoreForWriting(empty)).close();
    expect(await promisesBroken(empty)).toEqual([]);
  });

  it.each(DAMAGES)("finds that its %s are broken by %s", async (promise, sql) => {
    const place = await townPlace();
    tamper(place, sql);
    expect(await promisesBroken(place)).toContain(promise);
  });

  it("finds nothing in one that people put right", async () => {
    expect(await promisesBroken(await correctedTownPlace())).toEqual([]);
  });

  it("finds nothing where people hid the first of two equal quotes", async () => {
    const said = { words: "No.", by: "Runa Feld" };
    const article: ArticleSketch = {
      key: "twice",
      entities: [{ name: "Runa Feld", linkKey: "runa feld" }],
      passages: [
        { ...said, vector: unitVector(1) },
        { ...said, vector: unitVector(2) },
      ],
    };
    const place = temporaryPlace();
    const writer = await openStoreForWriting(place);
    await writer.put(articleFrom(article));
    await writer.correct(correction(1, { kind: "HIDDEN", words: wordsOf(article, 0) }));
    await writer.save();
    await writer.close();
    expect(await promisesBroken(place)).toEqual([]);
  });

  it.each(CORRECTION_DAMAGES)("finds that what people put right does not stand after %s", async (sql) => {
    const place = await correctedTownPlace();
    tamper(place, sql);
    expect(await promisesBroken(place)).toEqual(["corrections"]);
  });

  it("finds a graph that is torn, and one that lacks a vector", async () => {
    const torn = await townPlace();
    truncateSync(vectorsPath(torn.directory), 100);
    expect(await promisesBroken(torn)).toEqual(["vector graph"]);
    const behind = await townPlace();
    tamper(behind, "DELETE FROM chunk_vector WHERE label = 5; DELETE FROM chunk WHERE label = 5");
    expect(await promisesBroken(behind)).toContain("vector graph");
  });

  it("finds a damaged page, and a file that is no database", async () => {
    const place = await townPlace();
    overwrite(place, 0.5);
    expect(await promisesBroken(place)).toContain("file");
    const { directory } = await townPlace();
    truncateSync(databasePath(directory), 10);
    expect((await checkIndex(directory)).map(({ promise }) => promise)).toEqual(["file"]);
  });

  it("says where there is no index", async () => {
    await expect(checkIndex("/nowhere/at/all")).rejects.toMatchObject({ code: "BAD_SETTING" });
  });

  it("says so, too, where a process was killed before it began one", async () => {
    const place = temporaryPlace();
    writeFileSync(databasePath(place.directory), "");
    await expect(checkIndex(place.directory)).rejects.toMatchObject({ code: "BAD_SETTING" });
  });
});

/** Writes garbage over a page that lies so far (0..1) into the file. */
function overwrite({ directory }: IndexPlace, where: number): void {
  const path = databasePath(directory);
  const pages = statSync(path).size / 4_096;
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(4_096, 0xa5), 0, 4_096, Math.floor(pages * where) * 4_096);
  closeSync(file);
}

/** Puts an article into it by another process's connection. */
async function putLate(place: IndexPlace): Promise<void> {
  const writer = await openStoreForWriting(place);
  const words = "The lighthouse of Fenwick stays lit.";
  await writer.put(articleFrom({ key: "late", entities: [], passages: [{ words, vector: unitVector(20) }] }));
  await writer.close();
}

describe("the repair of an index", () => {
  it("gives back what can be counted, found or made again, with everything else as it was", async () => {
    const place = await townPlace();
    const before = await allThatIsTold(place);
    tamper(
      place,
      `DELETE FROM chunk_words WHERE rowid < 4; DELETE FROM chunk_vector WHERE label = 3;
       UPDATE entity SET mention_count = 0, quote_count = 99; DELETE FROM entity_name; DELETE FROM article_beside`,
    );
    const { kept, embedded, lost } = await rebuildIndex(place, embed);
    expect({ kept, embedded, lost }).toEqual({ kept: TOWN_ARTICLES.length, embedded: 2, lost: [] });
    expect(await promisesBroken(place)).toEqual([]);
    expect(await allThatIsTold(place)).toEqual(before);
  });

  it("changes nothing that is told of a sound one", async () => {
    const place = await townPlace();
    const before = await allThatIsTold(place);
    expect(await rebuildIndex(place, embed)).toMatchObject({ embedded: 0 });
    expect(await allThatIsTold(place)).toEqual(before);
  });

  it("keeps the index as it was beside it, with what lies in its log alone while a server has it open", async () => {
    const place = await townPlace();
    const server = await openStore(place);
    await putLate(place);
    expect(statSync(`${databasePath(place.directory)}-wal`).size).toBeGreaterThan(0);
    const before = await allThatIsTold(place);
    const { formerFile } = await rebuildIndex(place, embed);
    await server.close();
    const former = temporaryPlace();
    renameSync(formerFile, databasePath(former.directory));
    expect(await allThatIsTold(former)).toEqual(before);
  });

  it("keeps a file that is no database any more as it lies there, too", async () => {
    const place = await townPlace();
    truncateSync(databasePath(place.directory), 10);
    const damaged = readFileSync(databasePath(place.directory));
    expect(readFileSync(await keepFormer(databasePath(place.directory))).equals(damaged)).toBe(true);
  });

  it("keeps what a repair before it has kept", async () => {
    const place = await townPlace();
    const first = await rebuildIndex(place, embed);
    const kept = readFileSync(first.formerFile);
    const second = await rebuildIndex(place, embed);
    expect(second.formerFile).toBe(`${first.formerFile}-2`);
    expect(readFileSync(first.formerFile).equals(kept)).toBe(true);
  });

  it("keeps what people put right, and what was found before: undone later it is as if it had never been", async () => {
    const place = await correctedTownPlace();
    const [before, untouched] = [await everythingIn(place), await everythingIn(await townPlace())];
    tamper(place, "DELETE FROM decided_person; DELETE FROM decided_name; DELETE FROM correction_subject");
    expect(await rebuildIndex(place, embed)).toMatchObject({ embedded: 0, lost: [], correctionsLost: 0 });
    expect(await promisesBroken(place)).toEqual([]);
    expect(await everythingIn(place)).toEqual(before);
    const writer = await openStoreForWriting(place);
    for (const { id } of TOWN_CORRECTIONS) await writer.undoCorrection(id, undoneAt(9));
    await writer.close();
    expect((await everythingIn(place)).told).toEqual(untouched.told);
  });

  it("tells how many corrections it could not read, and keeps the others", async () => {
    const place = await correctedTownPlace();
    tamper(place, `UPDATE correction SET change = '{"kind":' WHERE id = 'correction 2'`);
    expect(await rebuildIndex(place, embed)).toMatchObject({ lost: [], correctionsLost: 1 });
    const kept = TOWN_CORRECTIONS.filter(({ id }) => id !== "correction 2");
    expect((await everythingIn(place)).corrections).toEqual(kept.reverse());
  });

  it("keeps what lies on sound pages, and names what is lost, wherever a page is damaged", async () => {
    for (const where of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const place = await townPlace();
      overwrite(place, where);
      const rebuilt = await rebuildIndex(place, embed).catch((error: unknown) => error);
      if (rebuilt instanceof Error) {
        expect(rebuilt.message).toContain("npm run restore");
        continue;
      }
      const { kept, lost } = rebuilt as Awaited<ReturnType<typeof rebuildIndex>>;
      expect(kept + lost.length).toBe(TOWN_ARTICLES.length);
      expect(await promisesBroken(place)).toEqual([]);
    }
  });

  it("is seen by a server that has the index open", async () => {
    const place = await townPlace();
    const reader = await openStore(place);
    tamper(place, "DELETE FROM chunk_words");
    await rebuildIndex(place, embed);
    expect(await findWords(reader, ["lighthouse"])).toHaveLength(TOWN_ARTICLES.length);
    expect(await reader.info()).toMatchObject({ articles: TOWN_ARTICLES.length });
    await reader.close();
  });

  it("waits for no writer, and touches nothing while there is one", async () => {
    const place = await townPlace();
    const writer = await openStoreForWriting(place);
    await expect(rebuildIndex(place, embed)).rejects.toMatchObject({ code: "INDEX_BUSY" });
    await writer.close();
    const database = new Database(databasePath(place.directory), { readonly: true });
    expect(database.pragma("quick_check", { simple: true })).toBe("ok");
    database.close();
  });
});
