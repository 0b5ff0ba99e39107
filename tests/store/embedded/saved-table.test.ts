import { existsSync, statSync } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { tablePath } from "../../../src/store/embedded/chunk-table/table-file.ts";
import { openStore, openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { databasePath, type IndexPlace } from "../../../src/store/embedded/open-index.ts";
import type { QuoteStore, QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { articleFrom, unitVector } from "../article-fixture.ts";
import { rankAll } from "../rank-all.ts";
import { temporaryPlace } from "./temporary-place.ts";

/** As many as are worth a file. */
const MANY = 1_000;

const article = (key: string, count: number) =>
  articleFrom({
    key,
    passages: Array.from({ length: count }, (_, i) => ({ words: `Passage ${i} of ${key} herring.`, by: "Ada Voss" })),
    entities: [{ name: "Ada Voss" }],
  });

async function withStore<S extends QuoteStore, T>(opening: Promise<S>, work: (store: S) => Promise<T>): Promise<T> {
  const store = await opening;
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const writing = <T>(place: IndexPlace, work: (store: QuoteStoreWriter) => Promise<T>) =>
  withStore(openStoreForWriting(place), work);

/** What an index answers to a question and how its hits divide. */
const answerOf = (place: IndexPlace) =>
  withStore(openStore(place), async (store) => {
    const found = await rankAll(store, { words: ["herring", "17"], vector: unitVector(5) }, { first: 50 });
    const hits = found.hits.map(({ chunk, trace, quoteIds }) => ({ id: chunk.id, trace, quoteIds }));
    return { hits, total: found.total, speakers: await found.facet("speakers", 5) };
  });

/** The same by the database alone. */
async function builtAnswerOf(place: IndexPlace) {
  await rm(tablePath(place.directory));
  return answerOf(place);
}

async function savedPlace(): Promise<IndexPlace> {
  const place = temporaryPlace();
  await writing(place, async (store) => {
    await store.put(article("gone", 10));
    await store.put(article("kept", MANY));
    await store.remove([article("gone", 0).article.id]);
    await store.save();
  });
  return place;
}

describe("an index with a saved table", () => {
  it("answers as the one without", async () => {
    const place = await savedPlace();
    const answer = await answerOf(place);
    expect(answer.total).toBeGreaterThan(10);
    expect(await builtAnswerOf(place)).toEqual(answer);
  });

  it("has in it what was put, replaced and removed since it was saved", async () => {
    const place = await savedPlace();
    const before = await answerOf(place);
    await writing(place, async (store) => {
      await store.put(article("late", 20));
      await store.put(article("soon gone", 20));
      await store.remove([article("soon gone", 0).article.id]);
      await store.put(article("kept", MANY - 1));
    });
    const answer = await answerOf(place);
    expect(answer).not.toEqual(before);
    expect(await builtAnswerOf(place)).toEqual(answer);
  });

  it("does not go by a table of another time of the same index, nor of what was reset", async () => {
    const place = await savedPlace();
    const path = databasePath(place.directory);
    await copyFile(path, `${path}.older`);
    const older = await answerOf(place);
    await writing(place, async (store) => {
      await store.put(article("late", 2 * MANY));
      await store.save();
    });
    for (const suffix of ["-wal", "-shm"]) await rm(path + suffix, { force: true });
    await copyFile(`${path}.older`, path);
    expect(await answerOf(place)).toEqual(older);
    await writing(place, (store) => store.reset());
    expect(existsSync(tablePath(place.directory))).toBe(false);
    expect((await answerOf(place)).total).toBe(0);
  });

  it("is not saved anew for a few chunks", async () => {
    const place = await savedPlace();
    const { mtimeMs } = statSync(tablePath(place.directory));
    await writing(place, async (store) => {
      await store.put(article("late", 20));
      await store.save();
    });
    expect(statSync(tablePath(place.directory)).mtimeMs).toBe(mtimeMs);
  });
});
