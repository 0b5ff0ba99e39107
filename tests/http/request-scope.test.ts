import express from "express";
import { describe, expect, it, onTestFinished } from "vitest";
import { listen } from "../../src/http/listen.ts";
import { openScope, scopeOf } from "../../src/http/request-scope.ts";

/** A server whose answer to /slow never comes, and the reason for which it was told to end the work on it. */
async function serverWithScope(timeoutMs: number) {
  let ended: (reason: unknown) => void;
  const reason = new Promise<unknown>((resolve) => (ended = resolve));
  let begun = false;
  const http = express()
    .use(openScope(timeoutMs))
    .get("/id", (request, response) => void response.send(scopeOf(request)?.id))
    .get("/graphql", (request) => {
      begun = true;
      const signal = scopeOf(request)?.signal;
      signal?.addEventListener("abort", () => ended(signal.reason));
    });
  const { url, close } = await listen(http, { host: "127.0.0.1", port: 0 });
  onTestFinished(close);
  return { url, reason, begun: () => begun };
}

describe("a request under way", () => {
  it("has an id that the answer tells: its own, or the one that came with it where that can go into a log", async () => {
    const { url } = await serverWithScope(60_000);
    const idFor = async (given?: string) => {
      const response = await fetch(`${url}/id`, given === undefined ? {} : { headers: { "X-Request-Id": given } });
      const id = await response.text();
      expect(response.headers.get("X-Request-Id")).toBe(id);
      return id;
    };
    expect(await idFor("desk-7.a")).toBe("desk-7.a");
    expect(await idFor("not an id, but a line")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idFor()).not.toBe(await idFor());
  });

  it("is told to end when whoever asked goes away", async () => {
    const { url, reason, begun } = await serverWithScope(60_000);
    const leaving = new AbortController();
    const answer = fetch(`${url}/graphql`, { signal: leaving.signal }).catch(() => "gone");
    await expect.poll(begun).toBe(true);
    leaving.abort();
    expect(await answer).toBe("gone");
    expect(await reason).toMatchObject({ code: "TIMED_OUT", message: expect.stringContaining("gone away") });
  });

  it("is told to end when its time is up, and answered where the work says nothing", async () => {
    const { url, reason } = await serverWithScope(20);
    const response = await fetch(`${url}/graphql`);
    expect([response.status, await response.json()]).toEqual([
      504,
      { errors: [{ message: expect.stringContaining("too long"), extensions: { code: "TIMED_OUT" } }] },
    ]);
    expect(await reason).toMatchObject({ code: "TIMED_OUT" });
  });
});
