import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EditableServer, startEditableServer, TOKEN } from "../editable-server.ts";

const READ_TOKEN = "a-token-to-read-with-0001";
const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const asForm = (fields: Readonly<Record<string, string>>, headers = {}) => ({
  method: "POST",
  redirect: "manual" as const,
  headers,
  body: new URLSearchParams(fields),
});

describe("a server that is closed by a token for reading", () => {
  let server: EditableServer;
  const get = (path: string, options: RequestInit = {}) => fetch(server.url + path, options);

  beforeAll(async () => {
    server = await startEditableServer({ VERBATIM_READ_TOKEN: READ_TOKEN });
  });
  afterAll(() => server?.close());

  it("tells everybody that it lives, and nothing else", async () => {
    expect(await (await get("/healthz")).json()).toEqual({ status: "ok" });
    const closed = [
      "/readyz",
      "/graphql?query={index{quotes}}",
      "/tools.json",
      "/?q=fee&format=csv",
      "/assets/x.js",
      "/article/x?format=csv",
    ];
    for (const path of closed) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 401]);
      expect(await response.text()).not.toMatch(/Marsh|quotes":|Wren/);
    }
    const mcp = {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
    };
    expect((await get("/mcp", mcp)).status).toBe(401);
    expect((await get("/mcp", mcp)).headers.get("WWW-Authenticate")).toBe("Bearer");
    expect((await get("/draft/text?name=a.txt", { method: "POST", body: "x" })).status).toBe(401);
    const { errors } = await (await get("/graphql", { ...mcp, body: '{"query":"{ index { quotes } }"}' })).json();
    expect(errors[0].message).toMatch(/Authorization: Bearer/);
    expect(errors[0].extensions).toEqual({ code: "UNAUTHENTICATED" });
  });

  it("answers those with a token, for reading or for writing, and lets no cache keep that", async () => {
    for (const token of [READ_TOKEN, TOKEN]) {
      const response = await get("/graphql?query={index{quotes}}", bearer(token));
      expect((await response.json()).data.index.quotes).toBeGreaterThan(0);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      expect((await get("/tools.json", bearer(token))).status).toBe(200);
    }
    const write = 'mutation { removeArticle(id: "x") { id } }';
    expect((await server.refusal(write, {}, READ_TOKEN)).message).toMatch(/token of a reader is for reading/);
  });

  it("gives a browser the form, and behind it what was asked for, by a cookie that no script reads", async () => {
    const page = await get("/person/x?about=fees", { headers: { Accept: "text/html" } });
    expect(page.status).toBe(401);
    expect(await page.text()).toContain('name="to" value="/person/x?about=fees"');
    const signedIn = await get("/sign-in", asForm({ token: READ_TOKEN, to: "/person/x?about=fees" }));
    expect([signedIn.status, signedIn.headers.get("Location")]).toEqual([303, "/person/x?about=fees"]);
    const cookie = signedIn.headers.get("Set-Cookie") ?? "";
    expect(cookie).toMatch(/^verbatim-session=[\w-]+; Max-Age=\d+; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(READ_TOKEN);
    const shown = { headers: { Cookie: cookie.split(";")[0] ?? "" } };
    expect((await get("/readyz", shown)).status).toBe(200);
    const out = await get("/sign-out", asForm({}, shown.headers));
    expect(out.headers.get("Set-Cookie")).toMatch(/^verbatim-session=; .*Expires=Thu, 01 Jan 1970/);
  });

  it("refuses a wrong token with a sentence, and leads to no other site", async () => {
    const wrong = await get("/sign-in", asForm({ token: "nobody-has-this-token", to: '/"><script>' }));
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toMatch(/not a token of this server/);
    for (const to of [
      "//elsewhere.example",
      "/\\elsewhere.example",
      "https://elsewhere.example",
      "elsewhere",
      "/a\nb",
    ]) {
      const { headers } = await get("/sign-in", asForm({ token: READ_TOKEN, to }));
      expect(headers.get("Location")).toBe("/");
    }
    const form = await (await get(`/sign-in?to=${encodeURIComponent('/"><script>alert(1)</script>')}`)).text();
    expect(form).not.toContain("<script>");
  });
});
