import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { backupIndex } from "../../../../src/store/embedded/maintenance/backup-index.ts";
import { checkIndex } from "../../../../src/store/embedded/maintenance/check-index.ts";
import { restoreIndex } from "../../../../src/store/embedded/maintenance/restore-index.ts";
import { openStore, openStoreForWriting } from "../../../../src/store/embedded/open-embedded-store.ts";
import { databasePath } from "../../../../src/store/embedded/open-index.ts";
import { articleFrom, unitVector } from "../../article-fixture.ts";
import { findWords } from "../../rank-all.ts";
import { temporaryPlace } from "../temporary-place.ts";
import { correctedTownPlace, TOWN_ARTICLES, TOWN_CORRECTIONS, tamper, townPlace } from "./maintained-place.ts";

const LATER = articleFrom({ key: "later", passages: [{ words: "Snow closed the pass.", vector: unitVector(50) }] });

const fileIn = ({ directory }: { readonly directory: string }) => join(directory, "copy.verbatim");

describe("a backup", () => {
  it("is of a live index at one moment, while it is read and written", async () => {
    const place = await townPlace();
    const [reader, writer] = [await openStore(place), await openStoreForWriting(place)];
    const copying = backupIndex(place.directory, fileIn(place));
    await Promise.all([copying, writer.put(LATER), findWords(reader, ["rain"])]);
    await Promise.all([reader.close(), writer.close()]);
    const elsewhere = temporaryPlace();
    await restoreIndex(fileIn(place), elsewhere.directory);
    expect(await checkIndex(elsewhere.directory)).toEqual([]);
    const restored = await openStore(elsewhere);
    expect([TOWN_ARTICLES.length, TOWN_ARTICLES.length + 1]).toContain((await restored.info()).articles);
    expect(await findWords(restored, ["lighthouse"])).toHaveLength(TOWN_ARTICLES.length);
    await restored.close();
  });

  it("keeps what people put right, undone corrections too", async () => {
    const place = await correctedTownPlace();
    await backupIndex(place.directory, fileIn(place));
    const elsewhere = temporaryPlace();
    await restoreIndex(fileIn(place), elsewhere.directory);
    expect(await checkIndex(elsewhere.directory)).toEqual([]);
    const [before, restored] = [await openStore(place), await openStore(elsewhere)];
    const { items } = await restored.listCorrections({ first: 99, after: null });
    expect(items.map(({ value }) => value)).toEqual([...TOWN_CORRECTIONS].reverse());
    const quotes = (store: typeof restored) => store.listQuotes({}, "OLDEST", { first: 99, after: null });
    expect(await quotes(restored)).toEqual(await quotes(before));
    await Promise.all([before.close(), restored.close()]);
  });

  it("leaves nothing behind, and an earlier file whole, where it can't be made", async () => {
    const place = await townPlace();
    await backupIndex(place.directory, fileIn(place));
    const earlier = readFileSync(fileIn(place));
    tamper(place, "PRAGMA optimize");
    truncateSync(join(place.directory, "verbatim.sqlite"), 30_000);
    await expect(backupIndex(place.directory, fileIn(place))).rejects.toMatchObject({ code: "INDEX_INCOMPATIBLE" });
    expect(readFileSync(fileIn(place))).toEqual(earlier);
    expect(existsSync(`${fileIn(place)}.tmp`)).toBe(false);
    await expect(backupIndex("/nowhere", "/nowhere/copy")).rejects.toMatchObject({ code: "BAD_SETTING" });
  });

  it("says that its own place is wrong, not that of the index, where it can't be written there", async () => {
    const { directory } = await townPlace();
    for (const file of ["/nowhere/copy", directory, join(databasePath(directory), "copy")]) {
      await expect(backupIndex(directory, file)).rejects.toThrow(`${file} can't be written: `);
      await expect(backupIndex(directory, file)).rejects.toMatchObject({ code: "BAD_INPUT" });
    }
  });
});

describe("a backup that is put back", () => {
  it("is what a server with the index open answers from then on", async () => {
    const place = await townPlace();
    await backupIndex(place.directory, fileIn(place));
    const reader = await openStore(place);
    const writer = await openStoreForWriting(place);
    await writer.remove(TOWN_ARTICLES.slice(0, 5).map(({ article }) => article.id));
    await writer.put(LATER);
    await writer.save();
    await writer.close();
    expect(await findWords(reader, ["lighthouse"])).toHaveLength(1);
    await restoreIndex(fileIn(place), place.directory);
    expect(await findWords(reader, ["lighthouse"])).toHaveLength(TOWN_ARTICLES.length);
    expect(await findWords(reader, ["snow"])).toEqual([]);
    const [nearest] = await reader.nearest(unitVector(0), 1, {});
    expect(nearest?.score).toBeCloseTo(1, 2);
    await reader.close();
    expect(await checkIndex(place.directory)).toEqual([]);
  });

  it("ends a run that gave its right away meanwhile, whose knowledge of the index is no longer true, until it is opened again", async () => {
    const place = await townPlace();
    await backupIndex(place.directory, fileIn(place));
    const running = await openStoreForWriting(place);
    await running.put(LATER);
    await expect(openStoreForWriting(place)).rejects.toMatchObject({ code: "INDEX_BUSY" });
    await vi.waitFor(() => restoreIndex(fileIn(place), place.directory), { timeout: 20_000, interval: 10 });
    const replaced = { code: "INDEX_BUSY", message: expect.stringContaining("was replaced meanwhile") };
    await expect(running.put(LATER)).rejects.toMatchObject(replaced);
    await expect(running.save()).rejects.toMatchObject(replaced);
    await running.close();
    const again = await openStoreForWriting(place);
    expect(await again.info()).toMatchObject({ articles: TOWN_ARTICLES.length });
    await again.put(LATER);
    await again.reset();
    await again.put(LATER);
    expect(await again.info()).toMatchObject({ articles: 1 });
    await again.close();
  });

  it("mends an index whose own file is destroyed", async () => {
    const place = await townPlace();
    await backupIndex(place.directory, fileIn(place));
    writeFileSync(join(place.directory, "verbatim.sqlite"), "no database");
    await restoreIndex(fileIn(place), place.directory);
    expect(await checkIndex(place.directory)).toEqual([]);
  });

  it("must be one: the index stays as it was for anything else, and while somebody writes", async () => {
    const place = await townPlace();
    await backupIndex(place.directory, fileIn(place));
    writeFileSync(join(place.directory, "letter.txt"), "Dear editor, ".repeat(1_000));
    truncateSync(fileIn(place), 50_000);
    for (const file of [join(place.directory, "letter.txt"), fileIn(place), join(place.directory, "missing")]) {
      await expect(restoreIndex(file, place.directory)).rejects.toMatchObject({ code: "BAD_INPUT" });
    }
    expect(await checkIndex(place.directory)).toEqual([]);
    await backupIndex(place.directory, fileIn(place));
    const writer = await openStoreForWriting(place);
    await expect(restoreIndex(fileIn(place), place.directory)).rejects.toMatchObject({ code: "INDEX_BUSY" });
    await writer.close();
  });
});
