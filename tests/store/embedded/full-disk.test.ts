import { describe, expect, it } from "vitest";
import { openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { asVerbatimError } from "../../../src/store/embedded/sqlite-errors.ts";
import { articleFrom } from "../article-fixture.ts";
import { findWords } from "../rank-all.ts";
import { temporaryPlace } from "./temporary-place.ts";

/** Room for the empty tables and a little more. */
const MAX_PAGES = 80;

describe("a disk that fills", () => {
  it("is DISK_FULL, changes nothing, and leaves an index that takes what still has room", async () => {
    const writer = await openStoreForWriting({ ...temporaryPlace(), maxPages: MAX_PAGES });
    const small = articleFrom({ key: "one", passages: [{ words: "small words" }] });
    const large = articleFrom({ key: "one", passages: [{ words: "large words ".repeat(100_000) }] });
    await writer.put(small);
    await expect(writer.put(large)).rejects.toMatchObject({
      code: "DISK_FULL",
      message: expect.stringContaining("is full"),
    });
    expect(await writer.articles([small.article.id])).toEqual([small.article]);
    expect(await findWords(writer, ["small"])).toHaveLength(1);
    expect(await findWords(writer, ["large"])).toEqual([]);
    await writer.put(articleFrom({ key: "two", passages: [{ words: "more words" }] }));
    expect(await writer.info()).toMatchObject({ articles: 2, chunks: 2 });
    await writer.close();
  });

  it("is the same sentence when it is the file system that says it", () => {
    const error = Object.assign(new Error("write ENOSPC"), { code: "ENOSPC" });
    expect(asVerbatimError(error, "/data")).toMatchObject({
      code: "DISK_FULL",
      fault: { fault: "DISK_FULL", index: "/data" },
    });
  });
});
