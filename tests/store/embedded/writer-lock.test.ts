import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { checkIndex } from "../../../src/store/embedded/maintenance/check-index.ts";
import { openStore, openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import type { IndexPlace } from "../../../src/store/embedded/open-index.ts";
import { WriterLock } from "../../../src/store/embedded/writer-lock.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { articleFrom } from "../article-fixture.ts";
import { temporaryPlace } from "./temporary-place.ts";

const HOLDER = fileURLToPath(new URL("put-and-hold.ts", import.meta.url));

/** More changes than are made before anybody looks whether the right is wanted. */
const ON_AND_ON = 200_000;

/** Resolves when the writer that has the right has given it away. */
const openInTurn = (place: IndexPlace) =>
  vi.waitFor(() => openStoreForWriting(place), { timeout: 20_000, interval: 10 });

describe("the writer's lock", () => {
  it("refuses a second writer at once, and tells it who writes", async () => {
    const place = temporaryPlace();
    const first = await openStoreForWriting(place);
    const refused = { code: "INDEX_BUSY", message: expect.stringContaining(`(process ${process.pid} on `) };
    await expect(openStoreForWriting(place)).rejects.toMatchObject(refused);
    await first.close();
    await (await openStoreForWriting(place)).close();
  });

  it("is given away between two changes to another that wants it, and taken back for the next", async () => {
    const place = temporaryPlace();
    const first = await openStoreForWriting(place);
    await first.put(articleFrom({ key: "one" }));
    const second = await openInTurn(place);
    await second.put(articleFrom({ key: "two" }));
    await Promise.all([first.put(articleFrom({ key: "three" })), second.put(articleFrom({ key: "four" }))]);
    for (const writer of [first, second]) expect(await writer.info()).toMatchObject({ articles: 4 });
    await second.close();
    await first.remove([articleFrom({ key: "two" }).article.id]);
    await first.close();
    expect(await checkIndex(place.directory)).toEqual([]);
  });

  it("is given away by one whose changes follow each other without a pause, and overlap", async () => {
    const place = temporaryPlace();
    const first = await openStoreForWriting(place);
    let second: QuoteStoreWriter | null = null;
    const opening = openInTurn(place).then((writer) => {
      second = writer;
    });
    const changeOnAndOn = async () => {
      for (let made = 0; made < ON_AND_ON && second === null; made++) await first.setPeople([]);
      return second !== null;
    };
    expect(await Promise.all([changeOnAndOn(), changeOnAndOn()])).toEqual([true, true]);
    await opening;
    await Promise.all([first, second].map((writer: QuoteStoreWriter | null) => writer?.close()));
  });

  it("stays with one that writes while nobody wants it", async () => {
    const place = temporaryPlace();
    const writer = await openStoreForWriting(place);
    await writer.put(articleFrom({ key: "one" }));
    expect(() => WriterLock.take(place.directory)).toThrow(/is writing to the index/);
    await writer.put(articleFrom({ key: "two" }));
    expect(() => WriterLock.take(place.directory)).toThrow(/is writing to the index/);
    await writer.close();
    await expect(writer.put(articleFrom({ key: "late" }))).rejects.toThrow(/closed/);
    WriterLock.take(place.directory).release();
  });

  it("leaves with a process that is killed, and what that process put is there", async () => {
    const place = temporaryPlace();
    const child = spawn(process.execPath, ["--import", "tsx", HOLDER, JSON.stringify(place)], { stdio: "pipe" });
    await once(child.stdout, "data");
    await expect(openStoreForWriting(place)).rejects.toMatchObject({ code: "INDEX_BUSY" });
    child.kill("SIGKILL");
    await once(child, "exit");
    const writer = await openStoreForWriting(place);
    expect(await writer.info()).toMatchObject({ articles: 1, chunks: 1 });
    await writer.close();
  });

  it("keeps no reader out", async () => {
    const place = temporaryPlace();
    const writer = await openStoreForWriting(place);
    const readers = [await openStore(place), await openStore(place)];
    await writer.put(articleFrom({ key: "one" }));
    for (const reader of readers) {
      expect(await reader.info()).toMatchObject({ articles: 1 });
      await reader.close();
    }
    await writer.close();
  });
});
