import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { migrateIndex } from "../../src/indexing/migrate-index.ts";
import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import { articleFrom, DIMENSIONS } from "../store/article-fixture.ts";
import { readAllPages } from "../store/read-all-pages.ts";
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

describe("an index that goes into a cluster and back", () => {
  it("is the same in all three places", async () => {
    const sketches = Array.from({ length: 8 }, (_, i) =>
      articleFrom({
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
    const [before, cluster, after] = [
      await openEmbedded("before"),
      await openEmpty(testPlace("migrate", DIMENSIONS)),
      await openEmbedded("after"),
    ];
    for (const sketch of sketches) await before.put(sketch);
    const signal = new AbortController().signal;
    for (const [from, to] of [
      [before, cluster],
      [cluster, after],
    ] as const) {
      const migrated = await migrateIndex(from, to, () => {}, signal);
      expect(migrated).toEqual({ copied: 8, kept: 0, removed: 0, different: [] });
    }
    const entities = (store: typeof before) => readAllPages((page) => store.listEntities({}, page));
    const told = await entities(before);
    expect(told).toHaveLength(2);
    expect(await entities(cluster)).toEqual(told);
    expect(await entities(after)).toEqual(told);
    for (const store of [before, cluster, after]) await store.close();
  });
});
