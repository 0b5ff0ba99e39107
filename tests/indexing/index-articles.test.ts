import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { findFiles } from "../../src/indexing/find-files.ts";
import { type IndexEvent, type IndexRun, indexArticles } from "../../src/indexing/index-articles.ts";
import { fileInput } from "../../src/indexing/index-input.ts";
import type { Embedder } from "../../src/inference/embedder.ts";
import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import type { QuoteStoreWriter } from "../../src/store/quote-store.ts";
import { temporaryFolder, writeFiles } from "../temporary-folder.ts";
import { testEmbedder } from "../test-embedder.ts";

const HARBOUR = "Harbour fee to rise\n\nThe council voted on Monday. “We had no choice,” said Mayor Ilse Tarn.\n";
const FERRY = "Ferry stays in port\n\nThe ferry will not sail this week, its owner Bo Lind said.\n";

describe("indexing", () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await testEmbedder();
  });

  async function openStore(): Promise<QuoteStoreWriter> {
    const { model, dimensions } = embedder;
    const store = await openStoreForWriting({ directory: temporaryFolder(), model, dimensions });
    onTestFinished(() => store.close());
    return store;
  }

  /** Indexes paths of a folder, and tells what happened to what, one line an event. */
  async function index(store: QuoteStoreWriter, folder: string, paths = ["."], run: Partial<IndexRun> = {}) {
    const { files, folders, failures } = await findFiles(paths, folder);
    const events: IndexEvent[] = failures.map((failure) => ({ type: "failed", ...failure }));
    const inputs = files.map((path) => fileInput(path, {}, folder));
    const defaults = { sample: false, limits: { maxArticleBytes: 100_000 }, signal: new AbortController().signal };
    for await (const event of indexArticles({ ...defaults, inputs, folders, ...run }, { store, embedder }))
      events.push(event);
    return events.map(describeEvent).sort();
  }

  const titles = async (store: QuoteStoreWriter) => (await store.states()).map(({ title }) => title).sort();

  it("puts articles in with their quotes, chunks and entities", async () => {
    const store = await openStore();
    expect(await index(store, temporaryFolder({ "a.txt": HARBOUR }))).toEqual(["indexed Harbour fee to rise"]);
    const [quote] = (await store.listQuotes({}, "NEWEST", { first: 10, after: null })).items;
    expect(quote?.value.kind).toBe("DIRECT");
    const [found] = await store.entitiesByNames([{ names: ["Ilse Tarn"], surnames: [], titles: [] }]);
    expect(found?.named.map(({ kind, id }) => [kind, id])).toEqual([["PERSON", quote?.value.speakerId]]);
    expect((await store.info()).chunks).toBeGreaterThanOrEqual(1);
  });

  it("is divided among several runs, which come to the same as one, and remove what is theirs", async () => {
    const names = ["Ostwick", "Pellan", "Quern", "Redmoor", "Stavely", "Thornby"];
    const files = Object.fromEntries(
      names.map((name) => [`${name}.txt`, `${name} votes\n\n“Yes,” said Ilse ${name}.\n`]),
    );
    const folder = temporaryFolder(files);
    const [whole, divided] = [await openStore(), await openStore()];
    await index(whole, folder);
    const parts = [1, 2, 3].map((number) => ({ part: { number, of: 3 } }));
    const told = await Promise.all(parts.map((part) => index(divided, folder, ["."], part)));
    expect(told.flat().sort()).toEqual(names.map((name) => `indexed ${name} votes`));
    expect(told.filter((lines) => lines.length > 0).length).toBeGreaterThan(1);
    expect(await divided.states()).toEqual(await whole.states());
    rmSync(join(folder, "Quern.txt"));
    const again = await Promise.all(parts.map((part) => index(divided, folder, ["."], part)));
    expect(again.flat().filter((line) => !line.startsWith("unchanged"))).toEqual(["removed Quern votes (GONE)"]);
  });

  it("skips what is unchanged, replaces what has changed, removes what has gone", async () => {
    const store = await openStore();
    const folder = temporaryFolder({ "a.txt": HARBOUR, "sub/b.txt": FERRY });
    await index(store, folder);
    expect(await index(store, folder)).toEqual(["unchanged Ferry stays in port", "unchanged Harbour fee to rise"]);
    writeFiles(folder, { "a.txt": HARBOUR.replace("Monday", "Tuesday") });
    rmSync(join(folder, "sub/b.txt"));
    expect(await index(store, folder)).toEqual(["removed Ferry stays in port (GONE)", "replaced Harbour fee to rise"]);
    expect(await titles(store)).toEqual(["Harbour fee to rise"]);
  });

  it("removes a line that has gone from its JSON Lines file, and leaves alone what was not asked about", async () => {
    const store = await openStore();
    const line = (id: string) => JSON.stringify({ id, title: id, text: `The mayor spoke about ${id}.` });
    const folder = temporaryFolder({ "news.jsonl": `${line("one")}\n${line("two")}\n`, "a.txt": HARBOUR });
    await index(store, folder);
    writeFiles(folder, { "news.jsonl": line("two") });
    expect(await index(store, folder, ["news.jsonl"])).toEqual(["removed one (GONE)", "unchanged two"]);
    expect(await titles(store)).toEqual(["Harbour fee to rise", "two"]);
  });

  it("tells of a broken file, keeps what it was before, and goes on with the others", async () => {
    const store = await openStore();
    const folder = temporaryFolder({ "a.txt": HARBOUR, "b.txt": FERRY });
    await index(store, folder);
    writeFiles(folder, { "a.txt": new Uint8Array([0xc3, 0x28]), "c.txt": "Rain\n\nIt rained all day.\n", "d.txt": "" });
    expect(await index(store, folder)).toEqual([
      "failed a.txt ARTICLE_UNREADABLE",
      "failed d.txt ARTICLE_EMPTY",
      "indexed Rain",
      "unchanged Ferry stays in port",
    ]);
    expect(await titles(store)).toEqual(["Ferry stays in port", "Harbour fee to rise", "Rain"]);
  });

  it("tells of paths that lead nowhere", async () => {
    const store = await openStore();
    const folder = temporaryFolder({ "a.pdf": "%PDF", "b.txt": FERRY });
    expect(await index(store, folder, ["missing", "*.html", "a.pdf", "*.txt"])).toEqual([
      "failed *.html ARTICLE_NOT_FOUND",
      "failed a.pdf ARTICLE_UNREADABLE",
      "failed missing ARTICLE_NOT_FOUND",
      "indexed Ferry stays in port",
    ]);
  });

  it("takes the first of two articles with one url", async () => {
    const store = await openStore();
    const line = (title: string) => JSON.stringify({ url: "https://news.example/1", title, text: "It rained." });
    const folder = temporaryFolder({ "a.jsonl": `${line("First")}\n${line("Second")}` });
    expect(await index(store, folder)).toEqual(["indexed First", "repeated Second"]);
  });

  it("lets the samples leave when the first real article comes, and not before", async () => {
    const store = await openStore();
    const samples = temporaryFolder({ "s.txt": FERRY });
    const real = temporaryFolder({ "bad.txt": "", "r.txt": HARBOUR });
    await index(store, samples, ["."], { sample: true });
    await index(store, real, ["bad.txt"]);
    expect((await store.info()).sampleArticles).toBe(1);
    expect(await index(store, real, ["r.txt"])).toEqual([
      "indexed Harbour fee to rise",
      "removed Ferry stays in port (SAMPLE)",
    ]);
    expect((await store.info()).sampleArticles).toBe(0);
  });

  it("makes a sample an article when the user indexes it", async () => {
    const store = await openStore();
    const samples = temporaryFolder({ "s.txt": FERRY });
    await index(store, samples, ["."], { sample: true });
    expect(await index(store, samples)).toEqual(["replaced Ferry stays in port"]);
    expect(await store.info()).toMatchObject({ articles: 1, sampleArticles: 0 });
  });

  it("stops when asked, keeps what is in, and goes on from there", async () => {
    const store = await openStore();
    const names = Array.from({ length: 30 }, (_, i) => `Report ${i}`);
    const folder = temporaryFolder(
      Object.fromEntries(names.map((name) => [`${name}.txt`, `${name}\n\nThe council met.\n`])),
    );
    const controller = new AbortController();
    const { files, folders } = await findFiles(["."], folder);
    const inputs = files.map((path) => fileInput(path, {}, folder));
    const run = { inputs, folders, sample: false, limits: { maxArticleBytes: 1_000 }, signal: controller.signal };
    for await (const event of indexArticles(run, { store, embedder })) if (event.type === "indexed") controller.abort();
    const kept = (await store.info()).articles;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(30);
    const second = await index(store, folder);
    expect(second.filter((line) => line.startsWith("unchanged"))).toHaveLength(kept);
    expect(await titles(store)).toEqual([...names].sort());
  });
});

function describeEvent(event: IndexEvent): string {
  if (event.type === "failed") return `failed ${event.where} ${event.error.code}`;
  if (event.type === "removed") return `removed ${event.title} (${event.reason})`;
  return `${event.type} ${event.article.title}`;
}
