import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore, openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { articleFrom, unitVector } from "../article-fixture.ts";
import { temporaryPlace } from "./temporary-place.ts";

const HOUR_MS = 3_600_000;

const anHourOld = (path: string) => utimesSync(path, new Date(), new Date(Date.now() - HOUR_MS));

/** Half a file, as a process leaves it that is killed. */
function leave(directory: string, name: string): string {
  const path = join(directory, name);
  writeFileSync(path, "half of it");
  return path;
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
