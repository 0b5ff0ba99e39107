import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openStore, openStoreAndGraph, openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { articleFrom, unitVector } from "../article-fixture.ts";
import { temporaryPlace } from "./temporary-place.ts";

const HOUR_MS = 3_600_000;

function anHourOld(path: string): string {
  utimesSync(path, new Date(), new Date(Date.now() - HOUR_MS));
  return path;
}

/** Half a file, as a process leaves it that is killed. */
function leave(directory: string, name: string): string {
  const path = join(directory, name);
  writeFileSync(path, "half of it");
  return path;
}

/** A graph as it lies unpacked in the system's temporary folder while it is read. */
function unpackedGraph(): string {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-graph-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  leave(folder, "vectors.hnsw");
  return folder;
}

const namesIn = (directory: string) => readdirSync(directory).filter((name) => name.includes("tmp"));

it("who opens an index for writing removes what killed processes had not finished", async () => {
  const { directory, ...model } = temporaryPlace();
  for (const name of ["vectors.hnsw.tmp", "vectors.hnsw.whole.tmp", "restore.tmp", "restore.tmp-wal"])
    leave(directory, name);
  mkdirSync(join(directory, "repair.tmp"));
  leave(join(directory, "repair.tmp"), "verbatim.sqlite");
  anHourOld(leave(directory, "chunks.table.4711.tmp"));
  await (await openStoreForWriting({ directory, ...model })).close();
  expect(namesIn(directory)).toEqual([]);
});

it("a table that another process may be writing at this moment is left to it", async () => {
  const { directory, ...model } = temporaryPlace();
  leave(directory, "chunks.table.4711.tmp");
  await (await openStoreForWriting({ directory, ...model })).close();
  expect(namesIn(directory)).toEqual(["chunks.table.4711.tmp"]);
});

it("who reads removes nothing, since somebody may be at work", async () => {
  const place = temporaryPlace();
  const writer = await openStoreForWriting(place);
  await writer.put(
    articleFrom({ key: "a", passages: [{ words: "The lighthouse stays lit.", vector: unitVector(1) }] }),
  );
  leave(place.directory, "vectors.hnsw.tmp");
  await (await openStore(place)).close();
  expect(namesIn(place.directory)).toEqual(["vectors.hnsw.tmp"]);
  await writer.close();
});

it("who reads a graph removes what those left who were killed while they read one, and not what others are reading", async () => {
  const place = temporaryPlace();
  const writer = await openStoreForWriting(place);
  const passages = [{ words: "The lighthouse stays lit.", vector: unitVector(1) }];
  await writer.put(articleFrom({ key: "a", passages }));
  await writer.save();
  await writer.close();
  const abandoned = anHourOld(unpackedGraph());
  const beingRead = unpackedGraph();
  const { store, loadGraph } = await openStoreAndGraph(place);
  await loadGraph();
  await store.close();
  expect([existsSync(abandoned), existsSync(beingRead)]).toEqual([false, true]);
});
