import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { describe, expect, it, onTestFinished } from "vitest";
import { webRoutes } from "../../src/web/web-routes.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const BUILT = { "index.html": "<!doctype html><title>Verbatim</title>", "assets/main-1a2b.js": "let page;" };

/** The routes on a built page, or on none. @returns The server's address. */
async function serve(files: Readonly<Record<string, string>>, articleHead?: () => Promise<string>): Promise<string> {
  const routes = webRoutes({ directory: `${temporaryFolder(files)}/`, ...(articleHead && { articleHead }) });
  const server = createServer(express().use(routes));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("the reading page's routes", () => {
  it.each(["/", "/article/QXJ0", "/person/UGVy", "/?q=NATO"])("give the page at %s, asked for anew", async (path) => {
    const response = await fetch((await serve(BUILT)) + path);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(BUILT["index.html"]);
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });

  it("put what is told of an article into the head of its page alone, word for word", async () => {
    const page = { "index.html": "<!doctype html><head><title>Verbatim</title></head>" };
    const url = await serve(page, async () => '<meta content="$& and $1">');
    const article = await fetch(`${url}/article/QXJ0`);
    expect(await article.text()).toBe(
      '<!doctype html><head><title>Verbatim</title><meta content="$& and $1">\n</head>',
    );
    expect(article.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await (await fetch(`${url}/person/UGVy`)).text()).toBe(page["index.html"]);
  });

  it("let the page load nothing from elsewhere, and nobody frame it", async () => {
    const response = await fetch(await serve(BUILT));
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
  });

  it("give its files for ever, and 404 for one that is not there", async () => {
    const url = await serve(BUILT);
    const file = await fetch(`${url}/assets/main-1a2b.js`);
    expect(file.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404);
  });

  it("leave other addresses to others", async () => {
    expect((await fetch(`${await serve(BUILT)}/elsewhere`)).status).toBe(404);
  });

  it("say how to build the page until it is built", async () => {
    const response = await fetch(await serve({}));
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
  });
});
