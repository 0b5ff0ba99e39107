import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import express from "express";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { tellFailure, tellNothingHere } from "../../src/http/last-handlers.ts";
import { listen } from "../../src/http/listen.ts";
import { ServiceError } from "../../src/model/service-fault.ts";

const HERE = { host: "127.0.0.1", port: 0 };

/** A server whose answers wait until they are let through. */
async function gatedServer() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  let begun = 0;
  const server = await listen(async (_request, response) => {
    begun += 1;
    await opened;
    response.end("done");
  }, HERE);
  return { ...server, open: () => open(), begun: () => begun };
}

/** Status and words, over a connection that is kept alive. */
const askOver = (agent: Agent, url: string) =>
  new Promise<readonly [number | undefined, string]>((resolve, reject) => {
    request(url, { agent }, (response) => {
      text(response).then((words) => resolve([response.statusCode, words]), reject);
    })
      .on("error", reject)
      .end();
  });

describe("a server that is told to stop", () => {
  it("finishes what is under way, and takes nothing new over a connection that it has", async () => {
    const server = await gatedServer();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const first = askOver(agent, server.url);
    await expect.poll(server.begun).toBe(1);
    const second = askOver(agent, server.url).catch((error: NodeJS.ErrnoException) => [error.code, ""] as const);
    const closed = server.close();
    server.open();
    expect(await first).toEqual([200, "done"]);
    expect((await second)[0]).not.toBe(200);
    await closed;
    expect(server.begun()).toBe(1);
  });

  it("cuts a connection that is stuck, when its time is up", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const server = await gatedServer();
    const { hostname, port } = new URL(server.url);
    const stuck = connect(Number(port), hostname);
    stuck.on("error", () => {}).write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await vi.waitUntil(() => server.begun() === 1);
    const closed = server.close();
    vi.advanceTimersByTime(7_000);
    await Promise.all([closed, once(stuck, "close")]);
  });
});

describe("a server that is given nonsense", () => {
  it("tells neither stack nor path, whatever fails", async () => {
    const logged: unknown[] = [];
    const http = express()
      .get("/broken", () => {
        throw new Error("secret /srv/verbatim");
      })
      .get("/full", () => {
        throw new ServiceError({ fault: "DISK_FULL", index: "/srv/verbatim" });
      })
      .use(tellNothingHere, tellFailure({ error: (told: unknown) => void logged.push(told) }));
    const { url, close } = await listen(http, HERE);
    onTestFinished(close);
    const answers = await Promise.all(
      ["/broken", "/%E0%A4%A", "/nowhere", "/full"].map(async (path) => {
        const response = await fetch(url + path);
        return [response.status, await response.text()] as const;
      }),
    );
    expect(answers).toEqual([
      [500, "Something went wrong on the server. Its log says what.\n"],
      [404, "There is nothing at this address.\n"],
      [404, "There is nothing at this address.\n"],
      [
        503,
        "The server's disk is full. Nothing was changed. Whoever runs the server has to see to it; its log says what.\n",
      ],
    ]);
    expect(logged).toHaveLength(2);
  });

  it("refuses a head that is too long", async () => {
    const { url, close } = await listen((_request, response) => response.end(), HERE);
    onTestFinished(close);
    expect((await fetch(url, { headers: { "X-Long": "x".repeat(20_000) } })).status).toBe(431);
  });
});
