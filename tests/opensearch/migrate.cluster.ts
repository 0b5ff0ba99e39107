import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { migrateIndex } from "../../src/indexing/migrate-index.ts";
import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import type { QuoteStoreWriter } from "../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, DIMENSIONS } from "../store/article-fixture.ts";
import { correction, personNamed, undoneAt, wordsOf } from "../store/correction-fixture.ts";
import { readAllPages } from "../store/read-all-pages.ts";
import { readEverything } from "../store/read-everything.ts";
import { openEmpty } from "./empty-index.ts";
import { testPlace } from "./test-place.ts";

const root = mkdtempSync(join(tmpdir(), "verbatim-migrate-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const openEmbedded = (name: string) =>
  openStoreForWriting({ directory: join(root, name), model: "example/model", dimensions: DIMENSIONS });

const person = (first: string, last: string) => ({
  name: `${first} ${last}`,
  person: { first: first.toLowerCase(), last: last.toLowerCase(), gender: null },
});

const SKETCHES = Array.from(
  { length: 8 },
  (_, i): ArticleSketch => ({
    key: `port ${i}`,
    publishedAt: "2031-02-03T00:00:00.000Z",
    passages: [{ words: `Pier ${i} stays open.`, by: i < 7 ? "Lena Marsh" : "Marsh" }],
    entities: [
      i < 7
        ? person("Lena", "Marsh")
        : { name: "Marsh", linkKey: null, person: { first: null, last: "marsh", gender: null } },
      { name: "Harrow Bank", kind: "ORGANIZATION" },
    ],
  }),
);
const [FIRST, SECOND] = SKETCHES as [ArticleSketch, ArticleSketch];
/** The last one was undone. */
const CORRECTIONS = [
  correction(1, { kind: "SPEAKER", words: wordsOf(FIRST, 0), speaker: personNamed("Tom Okafor") }),
  correction(2, { kind: "HIDDEN", words: wordsOf(SECOND, 0) }),
  correction(3, { kind: "RENAMED", person: personNamed("Lena Marsh"), name: "Lena Adele Marsh" }),
  { ...correction(4, { kind: "NOBODY", words: wordsOf(FIRST, 0) }), undone: undoneAt(5) },
];

async function openFilled(name: string): Promise<QuoteStoreWriter> {
  const store = await openEmbedded(name);
  for (const sketch of SKETCHES) await store.put(articleFrom(sketch));
  return store;
}

/** All that can be read, whatever the store calls its own version. */
async function told(store: QuoteStoreWriter) {
  const { info, ...rest } = await readEverything(store);
  return { ...rest, info: { ...info, schemaVersion: null } };
}

describe("an index that goes into a cluster and back", () => {
  it("is the same in all three places", async () => {
    const [before, untouched] = [await openFilled("before"), await openFilled("untouched")];
    const [cluster, after] = [await openEmpty(testPlace("migrate", DIMENSIONS)), await openEmbedded("after")];
    for (const made of CORRECTIONS) await before.correct(made);
    const copied = {
      ...{ copied: 8, kept: 0, removed: 0, different: [] },
      corrections: { copied: 4, kept: 0, different: [] },
    };
    const signal = new AbortController().signal;
    expect(await migrateIndex(before, cluster, () => {}, signal)).toEqual(copied);
    expect(await migrateIndex(cluster, after, () => {}, signal)).toEqual(copied);
    const known = (await readAllPages((page) => after.listEntities({}, page))).map(({ name }) => name);
    expect(known.sort()).toEqual(["Harrow Bank", "Lena Adele Marsh", "Tom Okafor"]);
    for (const store of [cluster, after]) {
      expect(await readAllPages((page) => store.listCorrections(page))).toEqual([...CORRECTIONS].reverse());
      expect(await told(store)).toEqual(await told(before));
      for (const { id } of CORRECTIONS) await store.undoCorrection(id, undoneAt(9));
      expect(await told(store)).toEqual(await told(untouched));
    }
    for (const store of [untouched, before, cluster, after]) await store.close();
  });
});
