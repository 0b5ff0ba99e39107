import { expect, it } from "vitest";
import { Closers } from "../src/closers.ts";

it("closes what is open in reverse order, each once, and skips nothing where one fails", async () => {
  const closed: string[] = [];
  const told: unknown[] = [];
  const closers = new Closers({ error: (what: unknown) => void told.push(what) });
  closers.add(async () => void closed.push("store"));
  closers.add(() => Promise.reject(new Error("stuck")));
  closers.add(() => {
    throw new Error("at once");
  });
  closers.add(async () => void closed.push("server"));
  await closers.close();
  await closers.close();
  expect(closed).toEqual(["server", "store"]);
  expect(told).toHaveLength(2);
});
