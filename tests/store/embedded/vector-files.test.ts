import { existsSync, readFileSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { openStore, openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { type IndexPlace, openIndex } from "../../../src/store/embedded/open-index.ts";
import { loadVectors } from "../../../src/store/embedded/vector-files.ts";
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

/** Asks a reader before it has loaded the graph, and waits until it is written. */
async function askAndWaitForFile(place: IndexPlace, file: string) {
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

  it("is used by nobody who wants another model, or another life of the index", async () => {
    const { place } = await savedPlace();
    const { generation, connection } = openIndex(place);
    connection.close();
    const made = { model: place.model, dimensions: place.dimensions, generation };
    expect(await loadVectors(place.directory, made)).toMatchObject({
      count: 50,
      position: { generation, lastLabel: 60, lastRemoval: 10 },
    });
    expect(await loadVectors(place.directory, { ...made, model: "example/other" })).toBeNull();
    expect(await loadVectors(place.directory, { ...made, generation: "another" })).toBeNull();
  });

  it("is the former one where a process was killed while it saved another", async () => {
    const { place, answer, index } = await savedPlace();
    for (const half of [`${index}.tmp`, `${index}.whole.tmp`]) writeFileSync(half, "half of it");
    expect(await reopen(place)).toEqual({ built: 0, answer });
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
    const { place, answer, index } = await savedPlace();
    unlinkSync(index);
    expect(await askAndWaitForFile(place, index)).toEqual(answer);
    expect(await reopen(place)).toEqual({ built: 0, answer });
  });

  it("is built again when it is missing", async () => {
    const { place, answer, index } = await savedPlace();
    unlinkSync(index);
    expect(await reopen(place)).toEqual({ built: 50, answer });
  });

  it("is built again when it is cut short", async () => {
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

  it("is built again where it lies as it was written before one file held all, and then the other goes", async () => {
    const { place, answer, index } = await savedPlace();
    const manifest = join(place.directory, "vectors.json");
    // hnswlib's own beginning is eight bytes of nothing, which is what is told of no graph.
    writeFileSync(index, gzipSync(Buffer.alloc(5_000)));
    writeFileSync(manifest, "{}");
    const { connection, vectors } = openIndex(place);
    await vectors.save();
    connection.close();
    expect(existsSync(manifest)).toBe(false);
    expect(await reopen(place)).toEqual({ built: 0, answer });
  });

  it("is built again when the database is another one than it was made from", async () => {
    const { place, index } = await savedPlace();
    const old = readFileSync(index);
    const writer = await openStoreForWriting(place);
    await writer.reset();
    expect(existsSync(index)).toBe(false);
    await writer.put(articleFrom({ key: "new", passages: passagesOf(0, 3) }));
    await writer.close();
    writeFileSync(index, old);
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
