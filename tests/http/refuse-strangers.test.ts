import { request } from "node:http";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ListeningServer, listen } from "../../src/http/listen.ts";
import { refuseStrangers } from "../../src/http/refuse-strangers.ts";

let server: ListeningServer;

beforeAll(async () => {
  const guard = refuseStrangers({ hosts: ["desk.example"], origins: ["https://app.example"] });
  const http = express().use(guard, (_request, response) => void response.send("known"));
  server = await listen(http, { host: "127.0.0.1", port: 0 });
});

afterAll(() => server?.close());

const statusFor = (headers: Readonly<Record<string, string>>) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(new URL("/graphql", server.url), { headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    })
      .on("error", reject)
      .end();
  });

describe("a request", () => {
  it.each([
    "localhost:4000",
    "127.0.0.1",
    "[::1]:4000",
    "desk.example",
    "DESK.example:80",
    "192.0.2.7:4000",
    "[2001:db8::1]",
  ])("is answered under the name %s", async (Host) => {
    expect(await statusFor({ Host })).toBe(200);
  });

  it.each(["evil.example", "localhost.evil.example", "desk.example.evil.example", "not a host"])(
    "is refused under the name %s",
    async (Host) => {
      expect(await statusFor({ Host })).toBe(403);
    },
  );

  it.each(["http://localhost:5173", "https://app.example", "http://desk.example"])(
    "is answered from a page of %s",
    async (Origin) => {
      expect(await statusFor({ Host: "desk.example", Origin })).toBe(200);
    },
  );

  it.each([
    "https://evil.example",
    "null",
    "http://app.example",
    "http://192.0.2.9",
    "https://app.example.evil.example",
  ])("is refused from a page of %s", async (Origin) => {
    expect(await statusFor({ Host: "desk.example", Origin })).toBe(403);
  });

  it("is answered from our own page at whatever address it is read", async () => {
    expect(await statusFor({ Host: "192.0.2.7:4000", Origin: "http://192.0.2.7:4000" })).toBe(200);
  });
});
