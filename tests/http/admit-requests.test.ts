import { once } from "node:events";
import { connect } from "node:net";
import express from "express";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Admission } from "../../src/http/admission/admission.ts";
import { admitRequests } from "../../src/http/admission/admit-requests.ts";
import { clientOf } from "../../src/http/admission/client-of.ts";
import { isCheap } from "../../src/http/admission/is-cheap.ts";
import { type ListeningServer, listen } from "../../src/http/listen.ts";

let admission: Admission;
let server: ListeningServer;
let shed: number;
/** Lets the requests at work be answered. */
let open: () => void;
/** Of requests that were begun. */
let begun: number;

beforeEach(async () => {
  admission = new Admission({ atWork: 2, waiting: 4, waitMs: 60_000 });
  [shed, begun] = [0, 0];
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const work = express().use(admitRequests(admission, { shed: () => (shed += 1) }), async (_request, response) => {
    begun += 1;
    await opened;
    response.send("done");
  });
  work.set("trust proxy", 1);
  server = await listen(work, { host: "127.0.0.1", port: 0 });
});

afterEach(async () => {
  open();
  await server.close();
});

const ask = (path: string, client: string, signal?: AbortSignal) =>
  fetch(`${server.url}${path}`, {
    method: "POST",
    body: "{}",
    headers: { "X-Forwarded-For": client },
    ...(signal && { signal }),
  });

/** So many requests under way, once the server has them. */
async function fill(count: number, client: string): Promise<readonly Promise<Response>[]> {
  const before = admission.atWork + admission.waiting;
  const asked = Array.from({ length: count }, () => ask("/graphql", client));
  await expect.poll(() => admission.atWork + admission.waiting).toBe(before + count);
  return asked;
}

describe("a server with more to do than it can", () => {
  it("refuses the rest at once with 503, Retry-After and OVERLOADED, and answers what it took", async () => {
    const taken = await fill(3, "10.0.0.1");
    const refused = await ask("/graphql", "10.0.0.1").then((response) => (response.status === 503 ? response : null));
    // One works and two wait, which are as many as there are free places left.
    expect(refused?.headers.get("Retry-After")).toBe("1");
    expect(await refused?.json()).toEqual({
      errors: [{ message: expect.stringContaining("try again"), extensions: { code: "OVERLOADED" } }],
    });
    expect(shed).toBe(1);
    open();
    expect(await Promise.all(taken.map(async (one) => (await one).text()))).toEqual(["done", "done", "done"]);
  });

  it("tells each surface in its own words", async () => {
    await fill(3, "10.0.0.1");
    expect(await (await ask("/mcp", "10.0.0.1")).json()).toMatchObject({ error: { data: { code: "OVERLOADED" } } });
    expect(await (await ask("/tools/search", "10.0.0.1")).json()).toMatchObject({ code: "OVERLOADED" });
    expect(await (await ask("/elsewhere", "10.0.0.1")).text()).toContain("try again");
  });

  it("still works for another client, and still answers what is cheap", async () => {
    await fill(3, "10.0.0.1");
    const [other] = await fill(1, "10.0.0.2");
    const page = fetch(`${server.url}/article/abc`);
    open();
    expect((await other)?.status).toBe(200);
    expect((await page).status).toBe(200);
  });

  it("does not begin what was given up while it waited", async () => {
    await fill(1, "10.0.0.1");
    const leaving = new AbortController();
    const gone = ask("/graphql", "10.0.0.1", leaving.signal).catch(() => "gone");
    await expect.poll(() => admission.waiting).toBe(1);
    leaving.abort();
    expect(await gone).toBe("gone");
    await expect.poll(() => admission.waiting).toBe(0);
    open();
    await expect.poll(() => admission.atWork).toBe(0);
    expect(begun).toBe(1);
  });

  it("gives the place back of whoever goes away in the middle of a request", async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{");
    await expect.poll(() => admission.atWork).toBe(1);
    socket.destroy();
    await once(socket, "close");
    await expect.poll(() => admission.atWork).toBe(0);
  });
});

describe("what is cheap", () => {
  it.each([
    ["GET", "/"],
    ["GET", "/?q=harbour"],
    ["GET", "/article/abc"],
    ["GET", "/graphql"],
    ["GET", "/graphql/assets/main.js"],
    ["GET", "/healthz"],
    ["OPTIONS", "/graphql"],
  ])("are pages, files and health: %s %s", (method, url) => {
    expect(isCheap(method, url)).toBe(true);
  });

  it.each([
    ["POST", "/graphql"],
    ["GET", "/graphql?query=%7Bindex%7Barticles%7D%7D"],
    ["GET", "/?q=harbour&format=csv"],
    ["POST", "/mcp"],
    ["GET", "/mcp"],
    ["POST", "/tools/search"],
    ["POST", "/draft/text?name=a.txt"],
  ])("is nothing that asks the index: %s %s", (method, url) => {
    expect(isCheap(method, url)).toBe(false);
  });
});

describe("a client", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::9", "2001:db8:1:2"],
    ["2001:0db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["", ""],
  ])("of the address %s is %s", (ip, client) => {
    expect(clientOf({ ip })).toBe(client);
  });
});
