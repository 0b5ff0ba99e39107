import { describe, expect, it } from "vitest";
import type { FacetName } from "../../../src/model/facet.ts";
import type { ChunkFilter } from "../../../src/store/chunk-filter.ts";
import { openStore, openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { articleFrom, entityIdIn, joinedId, unitVector } from "../article-fixture.ts";
import { countThrough, findWords, rankAll } from "../rank-all.ts";
import { temporaryPlace } from "./temporary-place.ts";

const passagesOf = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, i) => ({ words: `${prefix} ${i}`, vector: unitVector(i) }));

/** A writer and a reader on connections of their own, as in two processes. */
async function openBoth() {
  const place = temporaryPlace();
  const writer = await openStoreForWriting(place);
  const reader = await openStore(place);
  const close = async () => {
    await reader.close();
    await writer.close();
  };
  return { place, writer, reader, close };
}

describe("a reader beside a writer", () => {
  it("finds what was put, at once and all of it", async () => {
    const { writer, reader, close } = await openBoth();
    expect(await reader.nearest(unitVector(1), 10, {})).toEqual([]);
    const indexed = articleFrom({ key: "large", passages: passagesOf(1_000, "passage") });
    await writer.put(indexed);
    const hits = await reader.nearest(unitVector(500), 1, {});
    expect(hits[0]?.chunkId).toBe(indexed.chunks[500]?.chunk.id);
    expect(await reader.nearest(unitVector(500), 2_000, {})).toHaveLength(1_000);
    expect(await findWords(reader, ["passage"])).toHaveLength(1_000);
    await close();
  });

  it("no longer finds what was replaced or removed, though it had it in memory", async () => {
    const { writer, reader, close } = await openBoth();
    await writer.put(articleFrom({ key: "one", passages: passagesOf(100, "old") }));
    await writer.put(articleFrom({ key: "two", passages: passagesOf(50, "two") }));
    await reader.nearest(unitVector(1), 10, {});
    const after = articleFrom({ key: "one", passages: passagesOf(20, "new") });
    await writer.put(after);
    await writer.remove([articleFrom({ key: "two" }).article.id]);
    const hits = await reader.nearest(unitVector(1), 200, {});
    expect(hits.map(({ chunkId }) => chunkId).sort()).toEqual(after.chunks.map(({ chunk }) => chunk.id).sort());
    await close();
  });

  it("finds what a surname said, alone or with others, and what was said for it, under whom it turns out to mean, though it had it in memory under the surname", async () => {
    const { writer, reader, close } = await openBoth();
    const marsh = { name: "Marsh", linkKey: null, person: { first: null, last: "marsh", gender: null } };
    const lena = { name: "Lena Marsh", person: { first: "lena", last: "marsh", gender: null } };
    const bank = { name: "Harrow Bank", kind: "ORGANIZATION" as const };
    const ada = { name: "Ada Voss", person: { first: "ada", last: "voss", gender: null } };
    const passages = [
      { words: "Rates rise.", by: "Marsh" },
      { words: "So we decided.", by: "Ada Voss", alongside: ["Marsh"] },
      { words: "The bank holds its course.", by: "Ada Voss", onBehalfOf: "Marsh" },
    ];
    await writer.put(articleFrom({ key: "a", entities: [marsh, ada, bank], passages }));
    const [bare, full, voss] = [entityIdIn("a", "Marsh"), joinedId("lena marsh"), joinedId("ada voss")];
    const count = (filter: ChunkFilter) => countThrough(reader, filter);
    const facet = async (name: FacetName) => {
      const { values } = await (await rankAll(reader)).facet(name, 5);
      return new Map(values.map(({ value, count }) => [value, count]));
    };
    expect([await count({ speakers: [full] }), await count({ onBehalfOf: [full] })]).toEqual([0, 0]);
    expect(await facet("speakers")).toEqual(new Map([bare, voss].map((id) => [id, 2])));
    expect(await facet("onBehalfOf")).toEqual(new Map([[bare, 1]]));
    for (const key of ["b", "c", "d", "e", "f", "g"]) await writer.put(articleFrom({ key, entities: [lena, bank] }));
    expect([await count({ speakers: [full] }), await count({ onBehalfOf: [full] })]).toEqual([2, 1]);
    expect(await facet("speakers")).toEqual(new Map([full, voss].map((id) => [id, 2])));
    expect(await facet("onBehalfOf")).toEqual(new Map([[full, 1]]));
    await close();
  });

  it("goes on through a reset", async () => {
    const { writer, reader, close } = await openBoth();
    await writer.put(articleFrom({ key: "one", passages: passagesOf(100, "old") }));
    await reader.nearest(unitVector(1), 10, {});
    await writer.reset();
    expect(await reader.nearest(unitVector(1), 10, {})).toEqual([]);
    expect(await reader.info()).toMatchObject({ articles: 0 });
    await writer.put(articleFrom({ key: "two", passages: passagesOf(3, "new") }));
    expect(await reader.nearest(unitVector(1), 10, {})).toHaveLength(3);
    await close();
  });

  it("says so when the index was made anew with another model", async () => {
    const { place, writer, reader, close } = await openBoth();
    await writer.put(articleFrom({ key: "one", passages: passagesOf(3, "one") }));
    await writer.close();
    const other = await openStoreForWriting({ ...place, model: "example/other" });
    await other.reset();
    await other.put(articleFrom({ key: "one", passages: passagesOf(3, "one") }));
    await expect(reader.nearest(unitVector(1), 1, {})).rejects.toMatchObject({ code: "INDEX_INCOMPATIBLE" });
    await other.close();
    await close();
  });

  it("keeps finding the nearest while most of what it held is replaced", async () => {
    const { writer, reader, close } = await openBoth();
    for (let round = 0; round < 6; round++) {
      const indexed = articleFrom({ key: "one", passages: passagesOf(40, `round ${round}`) });
      await writer.put(indexed);
      const hits = await reader.nearest(unitVector(7), 40, {});
      expect(hits[0]?.chunkId).toBe(indexed.chunks[7]?.chunk.id);
      expect(hits).toHaveLength(40);
    }
    await writer.save();
    await close();
  });
});
