import express from "express";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../src/config.ts";
import { allowOrigins } from "../../src/http/allow-origins.ts";
import { listen } from "../../src/http/listen.ts";

/** What a browser is told when a page of this origin asks, first whether it may, then what it wants. */
async function told(setting: string, origin: string) {
  const http = express()
    .use(allowOrigins(readConfig({ VERBATIM_CORS_ORIGINS: setting }).corsOrigins))
    .get("/", (_request, response) => void response.send("answer"));
  const { url, close } = await listen(http, { host: "127.0.0.1", port: 0 });
  onTestFinished(close);
  const preflight = await fetch(url, {
    method: "OPTIONS",
    headers: {
      Origin: origin,
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "content-type",
    },
  });
  const { headers } = await fetch(url, { headers: { Origin: origin } });
  return {
    mayAsk: preflight.headers.get("Access-Control-Allow-Origin"),
    withHeaders: preflight.headers.get("Access-Control-Allow-Headers"),
    mayRead: headers.get("Access-Control-Allow-Origin"),
    vary: headers.get("Vary"),
    cookies: headers.get("Access-Control-Allow-Credentials"),
  };
}

const LISTED = "https://app.example, http://localhost:5173";

describe("pages of other sites", () => {
  it("may not read answers as long as no origin is allowed", async () => {
    expect(await told("", "https://app.example")).toMatchObject({ mayAsk: null, mayRead: null });
  });

  it("may from the origins that the setting lists, without cookies, and no cache mixes them up", async () => {
    for (const origin of ["https://app.example", "http://localhost:5173"]) {
      expect(await told(LISTED, origin)).toEqual({
        mayAsk: origin,
        withHeaders: "content-type",
        mayRead: origin,
        vary: "Origin",
        cookies: null,
      });
    }
    for (const origin of ["https://evil.example", "http://app.example", "https://app.example.evil.example"]) {
      expect(await told(LISTED, origin)).toMatchObject({ mayAsk: null, mayRead: null, vary: "Origin" });
    }
  });

  it("may from anywhere when the setting says so", async () => {
    expect(await told("*", "https://anywhere.example")).toMatchObject({ mayAsk: "*", mayRead: "*", cookies: null });
  });

  it.each(["app.example", "https://app.example/", "https://app.example/page", "file:///page", "https://*.example"])(
    "are not told apart by %s: the setting takes origins only",
    (setting) => {
      expect(() => readConfig({ VERBATIM_CORS_ORIGINS: setting })).toThrow(/VERBATIM_CORS_ORIGINS is ".*give origins/);
    },
  );
});
