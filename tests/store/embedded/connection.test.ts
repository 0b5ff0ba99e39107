import { copyFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
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

describe("a file whose writer was killed before it kept a log", () => {
  /** The file and its journal as they lie in the middle of a change, some of which is in the file already. */
  function halfWritten(directory: string): string {
    const whole = join(directory, "whole.sqlite");
    const killed = join(directory, "killed.sqlite");
    const writer = new Database(whole);
    writer.exec("CREATE TABLE kept (words TEXT); INSERT INTO kept VALUES ('before')");
    writer.pragma("cache_size = 2");
    writer.exec("BEGIN IMMEDIATE");
    const insert = writer.prepare("INSERT INTO kept VALUES (?)");
    for (let i = 0; i < 500; i++) insert.run("after".repeat(100));
    for (const suffix of ["", "-journal"]) copyFileSync(whole + suffix, killed + suffix);
    writer.exec("ROLLBACK");
    writer.close();
    return killed;
  }

  it("is read as it was before the change", () => {
    const path = halfWritten(temporaryPlace().directory);
    const connection = new Connection(path, "READ");
    onTestFinished(() => connection.close());
    expect(connection.column("SELECT words FROM kept")).toEqual(["before"]);
    expect(() => connection.run("DELETE FROM kept")).toThrow("readonly");
  });
});
