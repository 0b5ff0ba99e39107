import { existsSync, readFileSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { openStore, openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { type IndexPlace, openIndex } from "../../../src/store/embedded/open-index.ts";
import { articleFrom, unitVector } from "../article-fixture.ts";
import { temporaryPlace } from "./temporary-place.ts";

const passagesOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({ words: `passage ${from + i}`, vector: unitVector(from + i) }));

/** A saved index of 50 chunks, and what it answers to one question. */
async function savedPlace() {
  const place = temporaryPlace();
  const writer = await openStoreForWriting(place);
  await writer.put(articleFrom({ key: "gone", passages: passagesOf(50, 60) }));
  await writer.put(articleFrom({ key: "kept", passages: passagesOf(0, 50) }));
  await writer.remove([articleFrom({ key: "gone" }).article.id]);
  await writer.save();
  const answer = await writer.nearest(unitVector(99), 10, {});
  await writer.close();
  return {
    place,
    answer,
    index: join(place.directory, "vectors.hnsw"),
    manifest: join(place.directory, "vectors.json"),
  };
}

/** How many vectors had to be built again, and what the graph, loaded or built, answers to the same question. */
async function reopen(place: IndexPlace) {
  let built = 0;
  const { connection, vectors, chunks } = openIndex(place);
  await vectors.follow((done) => {
    built = done;
  });
  const answer = chunks.nearest(unitVector(99), 10, {});
  connection.close();
  return { built, answer };
}

/** Asks a reader before it has loaded the graph, and waits until files are written. */
async function askAndWaitForFiles(place: IndexPlace, file: string) {
  const reader = await openStore(place);
  const answer = await reader.nearest(unitVector(99), 10, {});
  await vi.waitUntil(() => existsSync(file), { timeout: 10_000 });
  await reader.close();
  return answer;
}

describe("the saved vector index", () => {
  it("is used as it is", async () => {
    const { place, answer } = await savedPlace();
    expect(await reopen(place)).toEqual({ built: 0, answer });
  });

  it("says what it was made from", async () => {
    const { place, manifest } = await savedPlace();
    expect(JSON.parse(readFileSync(manifest, "utf8"))).toMatchObject({
      model: place.model,
      dimensions: place.dimensions,
      count: 50,
      lastLabel: 60,
      lastRemoval: 10,
    });
  });

  it("is not loaded before it is needed, and not waited for then", async () => {
    const { place, answer } = await savedPlace();
    const { connection, vectors, chunks } = openIndex(place);
    await chunks.load();
    expect(vectors.index).toBeNull();
    expect(chunks.nearest(unitVector(99), 10, {})).toEqual(answer);
    expect(vectors.index).toBeNull();
    await vectors.follow();
    expect(vectors.index?.count).toBe(50);
    expect(chunks.nearest(unitVector(99), 10, {})).toEqual(answer);
    connection.close();
  });

  it("is saved by the reader that had to build it, so that the next start is fast", async () => {
    const { place, answer, manifest, index } = await savedPlace();
    unlinkSync(index);
    unlinkSync(manifest);
    expect(await askAndWaitForFiles(place, manifest)).toEqual(answer);
    expect(await reopen(place)).toEqual({ built: 0, answer });
  });

  it("is built again when it is missing", async () => {
    const { place, answer, index } = await savedPlace();
    unlinkSync(index);
    expect(await reopen(place)).toEqual({ built: 50, answer });
  });

  it("is built again when it is cut short, though the manifest vouches for nothing else", async () => {
    const { place, answer, index } = await savedPlace();
    truncateSync(index, 1_000);
    expect(await reopen(place)).toEqual({ built: 50, answer });
  });

  it("is built again when one bit of it has changed", async () => {
    const { place, answer, index } = await savedPlace();
    const bytes = readFileSync(index);
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    writeFileSync(index, bytes);
    expect(await reopen(place)).toEqual({ built: 50, answer });
  });

  it("is built again when the manifest is missing or damaged", async () => {
    const { place, answer, manifest } = await savedPlace();
    writeFileSync(manifest, '{"model": "exam');
    expect(await reopen(place)).toEqual({ built: 50, answer });
    unlinkSync(manifest);
    expect(await reopen(place)).toEqual({ built: 50, answer });
  });

  it("is built again when the database is another one than it was made from", async () => {
    const { place, index, manifest } = await savedPlace();
    const [oldIndex, oldManifest] = [readFileSync(index), readFileSync(manifest)];
    const writer = await openStoreForWriting(place);
    await writer.reset();
    expect([existsSync(index), existsSync(manifest)]).toEqual([false, false]);
    await writer.put(articleFrom({ key: "new", passages: passagesOf(0, 3) }));
    await writer.close();
    writeFileSync(index, oldIndex);
    writeFileSync(manifest, oldManifest);
    const { built, answer } = await reopen(place);
    expect([built, answer.length]).toEqual([3, 3]);
  });

  it("takes in only what has come since", async () => {
    const { place } = await savedPlace();
    const writer = await openStoreForWriting(place);
    await writer.put(articleFrom({ key: "more", passages: passagesOf(100, 105) }));
    await writer.close();
    const done: number[] = [];
    const { connection, vectors } = openIndex(place);
    await vectors.follow((count) => done.push(count));
    connection.close();
    expect(done).toEqual([55]);
  });
});
