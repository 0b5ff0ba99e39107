import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openStore, openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { articleFrom } from "../article-fixture.ts";
import { temporaryPlace } from "./temporary-place.ts";

const HOLDER = fileURLToPath(new URL("put-and-hold.ts", import.meta.url));

describe("the writer's lock", () => {
  it("refuses a second writer at once, and lets one in when the first has closed", async () => {
    const place = temporaryPlace();
    const first = await openStoreForWriting(place);
    await expect(openStoreForWriting(place)).rejects.toMatchObject({ code: "INDEX_BUSY" });
    await first.close();
    await (await openStoreForWriting(place)).close();
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
