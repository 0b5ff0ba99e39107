import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { Connection } from "../../../src/store/embedded/connection.ts";
import { temporaryPlace } from "./temporary-place.ts";

describe("reading all of a table once", () => {
  const open = (): Connection => {
    const connection = new Connection(join(temporaryPlace().directory, "pages.sqlite"));
    onTestFinished(() => connection.close());
    return connection;
  };
  const kept = (connection: Connection): number => -Number(connection.pragma("cache_size"));

  it("keeps fewer pages, and as many as before when it is done", async () => {
    const connection = open();
    const before = kept(connection);
    await connection.readingOnce(async () => expect(kept(connection)).toBeLessThan(before / 3));
    expect(kept(connection)).toBe(before);
  });

  it("keeps as many as before when it fails, too", async () => {
    const connection = open();
    const before = kept(connection);
    const failing = connection.readingOnce(() => Promise.reject(new Error("the disk is gone")));
    await expect(failing).rejects.toThrow("the disk is gone");
    expect(kept(connection)).toBe(before);
  });
});
