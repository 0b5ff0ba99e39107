import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStoreForWriting } from "../src/store/embedded/open-embedded-store.ts";
import type { IndexedArticle } from "../src/store/quote-store.ts";
import { RunningCommand, runCommand } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const MAIN = "src/main.ts";
const INDEX = "scripts/index-articles.ts";

const newEnvironment = () => ({ VERBATIM_DATA_DIR: join(temporaryFolder(), "index") });

async function start(env: Readonly<Record<string, string>>) {
  const command = new RunningCommand(MAIN, { env });
  const [, url = ""] = await command.says(/answers at (http\S+)\/graphql/);
  return { command, url };
}

async function ask(url: string, query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { readonly data: Record<string, unknown>; readonly errors?: unknown };
}

const titlesOf = async (url: string) => {
  const { data } = await ask(url, "{ articles(first: 50) { nodes { title } } }");
  return (data.articles as { nodes: { title: string }[] }).nodes.map(({ title }) => title);
};

/** An article of one word, with a vector of two dimensions. */
const ONE_ARTICLE: IndexedArticle = {
  article: {
    ...{ id: "a", sourceKey: "a", revision: "1", title: null, publisher: null, url: null, publishedAt: null },
    ...{ text: "Rain", titleSpan: null, paragraphs: [{ start: 0, end: 4 }], author: null, recording: null },
  },
  ...{ origin: null, sample: false, quotes: [], entities: [] },
  chunks: [
    {
      chunk: {
        ...{ id: "c", articleId: "a", kind: "PARAGRAPH", quoteIds: [], spans: [{ start: 0, end: 4 }] },
        ...{ text: "Rain", paragraph: 0 },
      },
      vector: Float32Array.of(1, 0),
      contextVector: Float32Array.of(1, 0),
    },
  ],
};

describe("npm start", () => {
  it("indexes the samples, answers, serves what is indexed meanwhile, and uses the index at the second start", async () => {
    const env = newEnvironment();
    const { command, url } = await start(env);
    expect(
      (await ask(url, '{ search(query: "what was said about NATO meetings") { nodes { text } } }')).errors,
    ).toBeUndefined();
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "ok" });
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: "ready" });
    expect((await titlesOf(url)).length).toBeGreaterThan(5);

    const article = "Lighthouse sold\n\n“I will miss it,” said the keeper, Ilse Tarn.\n";
    const indexed = await runCommand(INDEX, { args: ["-"], env, input: article });
    expect(indexed.code).toBe(0);
    expect(await titlesOf(url)).toEqual(["Lighthouse sold"]);
    const found = await ask(
      url,
      '{ search(query: "who will miss the lighthouse?") { nodes { text quote { speaker { name } } } } }',
    );
    expect(found.data.search).toMatchObject({
      nodes: [{ text: "“I will miss it,” said the keeper, Ilse Tarn.", quote: { speaker: { name: "Ilse Tarn" } } }],
    });

    command.signal("SIGTERM");
    expect((await command.finished()).code).toBe(0);
    const second = await start(env);
    expect(await titlesOf(second.url)).toEqual(["Lighthouse sold"]);
  });

  it("says in a sentence that the port is in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = await runCommand(MAIN, {
      env: { ...newEnvironment(), VERBATIM_TAGGER: "off", VERBATIM_PORT: String(port) },
    });
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${port} is in use`);
    expect(stderr).not.toContain("    at ");
  });

  it("refuses an index of another model, and says what to do", async () => {
    const env = newEnvironment();
    const other = await openStoreForWriting({ directory: env.VERBATIM_DATA_DIR, model: "other/model", dimensions: 2 });
    await other.put(ONE_ARTICLE);
    await other.close();
    const { code, stderr } = await runCommand(MAIN, { env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/other\/model.*(--reset|VERBATIM_MODEL)/s);
    expect(stderr).not.toContain("    at ");
  });

  it.each([
    [{ VERBATIM_PORT: "http" }, /VERBATIM_PORT is "http"/],
    [{ VERBATIM_MODEL: "no-such-model" }, /no model "no-such-model"/],
    [{ VERBATIM_LOG_LEVEL: "loud" }, /VERBATIM_LOG_LEVEL is "loud"/],
  ])("refuses the setting %j with a sentence", async (setting, sentence) => {
    const { code, stderr } = await runCommand(MAIN, { env: { ...newEnvironment(), ...setting } });
    expect(code).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toContain("    at ");
  });

  it("explains itself with --help", async () => {
    const { code, stdout } = await runCommand(MAIN, { args: ["--help"] });
    expect(code).toBe(0);
    expect(stdout).toContain("VERBATIM_DATA_DIR");
  });
});
