import { afterEach, describe, expect, it, vi } from "vitest";
import { Cluster } from "../../src/store/opensearch/cluster/cluster.ts";
import { openStore, openStoreForWriting } from "../../src/store/opensearch/open-opensearch-store.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, DIMENSIONS, entityIdIn, joinedId } from "../store/article-fixture.ts";
import { correction, personNamed, wordsOf } from "../store/correction-fixture.ts";
import { countThrough, findWords } from "../store/rank-all.ts";
import { BreakingProxy } from "./breaking-proxy.ts";
import { openEmpty } from "./empty-index.ts";
import { testPlace } from "./test-place.ts";

const place = testPlace("writer", DIMENSIONS);
const SKETCH: ArticleSketch = {
  key: "quay",
  passages: [{ words: "The quay will be mended.", by: "Ada Voss" }],
  entities: [{ name: "Ada Voss" }],
};
const QUAY = articleFrom(SKETCH);
/** The same article, with other words. */
const QUAY_AGAIN = articleFrom({ ...SKETCH, passages: [{ words: "The quay stays as it is.", by: "Ada Voss" }] });
const BRILL = personNamed("Ada Brill");
const MENDED = wordsOf(SKETCH, 0);
const TO_BRILL = correction(1, { kind: "SPEAKER", words: MENDED, speaker: BRILL });
const MERGED = correction(1, { kind: "MERGED", people: [personNamed("Ada Voss")], into: BRILL });
const SAID = [
  "The quay will be mended.",
  "The crane stays.",
  "Nobody swims.",
  "Bring rope.",
  "It is cold.",
  "We are open.",
].map((words) => ({ words, by: "Ada Voss" }));
const FERRY = articleFrom({ key: "ferry", passages: [{ words: "The ferry is late." }] });

/** What is told of a change that is written down, and not carried out yet. */
const DECIDED = {
  details: { fault: "CHANGE_WRITTEN_DOWN" },
  message: expect.stringContaining("it need not be asked for again"),
};

const open: QuoteStore[] = [];
const opened = <T extends QuoteStore>(store: T): T => {
  open.push(store);
  return store;
};
afterEach(async () => {
  for (const store of open.splice(0).reverse()) await store.close();
});

/** Asks the cluster itself. */
async function ask(method: "PUT" | "POST", path: string, body: object): Promise<void> {
  const cluster = new Cluster(place.address);
  await cluster.request({ method, path, body });
  await cluster.close();
}

/** What is planned in it, and how often it was written. */
async function readJournal() {
  const cluster = new Cluster(place.address);
  type Read = { readonly _version: number; readonly _source: { readonly planned: string | null } };
  const read = await cluster.request<Read>({ method: "GET", path: `/${place.prefix}-state/_doc/journal` });
  await cluster.close();
  return { planned: read._source.planned, writes: read._version };
}

describe("writing to a cluster", () => {
  it("is for one at a time, and tells others who that is", async () => {
    const first = opened(await openEmpty(place));
    const refused = { code: "INDEX_BUSY", message: expect.stringContaining(`(process ${process.pid} on `) };
    await expect(openStoreForWriting(place)).rejects.toMatchObject(refused);
    await first.put(QUAY);
    await first.close();
    open.pop();
    const second = opened(await openStoreForWriting(place));
    expect(await second.states()).toHaveLength(1);
  });

  it("is for several by turns: each gives way between its changes, and knows what the other wrote", async () => {
    const first = opened(await openEmpty(place));
    await first.put(QUAY);
    const second = opened(await vi.waitFor(() => openStoreForWriting(place), { timeout: 60_000, interval: 50 }));
    await second.correct(MERGED);
    await Promise.all([first.put(FERRY), second.put(articleFrom({ ...SKETCH, key: "again" }))]);
    for (const writer of [first, second]) {
      expect(await writer.info()).toMatchObject({ articles: 3, chunks: 3, people: 1 });
      expect((await writer.entities([BRILL.id]))[0]).toMatchObject({ articleCount: 2, quoteCount: 2 });
    }
  });

  it("is left free by one that cannot find out whether another wants it", async () => {
    await (await openEmpty(place)).close();
    const proxy = await BreakingProxy.before(place.address.urls[0] as string);
    proxy.refused = `/${place.prefix}-state/_doc/writer-wanted`;
    const broken = { ...place, address: { ...place.address, urls: [proxy.url] } };
    await expect(openStoreForWriting(broken)).rejects.toThrow("Response Error");
    const next = opened(await openStoreForWriting(place));
    await next.put(QUAY);
    expect(await next.info()).toMatchObject({ articles: 1 });
    proxy.close();
  });

  it("knows what others wrote, also where it could not take its right back at once", async () => {
    await (await openEmpty(place)).close();
    const proxy = await BreakingProxy.before(place.address.urls[0] as string);
    const first = await openStoreForWriting({ ...place, address: { ...place.address, urls: [proxy.url] } });
    await first.put(QUAY);
    const second = await vi.waitFor(() => openStoreForWriting(place), { timeout: 60_000, interval: 50 });
    await second.correct(MERGED);
    await second.close();
    proxy.refused = `/${place.prefix}-state/_doc/writer-wanted`;
    await expect(first.put(FERRY)).rejects.toThrow("Response Error");
    proxy.refused = null;
    await first.put(articleFrom({ ...SKETCH, key: "again" }));
    expect((await first.entities([BRILL.id]))[0]).toMatchObject({ articleCount: 2, quoteCount: 2 });
    await first.close();
    proxy.close();
  });

  it("goes to another when the first says nothing for long, and the first may write no more", async () => {
    const first = opened(await openEmpty(place));
    await first.put(QUAY);
    const lease = { holder: "somebody who was paused", expiresAt: 0 };
    await ask("PUT", `/${place.prefix}-state/_doc/writer`, lease);
    const second = opened(await openStoreForWriting(place));
    await second.put(FERRY);
    await expect(first.put(FERRY)).rejects.toMatchObject({ code: "INDEX_BUSY" });
    expect(await second.info()).toMatchObject({ articles: 2, chunks: 2 });
  });

  it("is not undone by one that is paused in the middle of a change, and goes on when others have made theirs", async () => {
    await (await openEmpty(place)).close();
    const proxy = await BreakingProxy.before(place.address.urls[0] as string);
    const first = await openStoreForWriting({ ...place, address: { ...place.address, urls: [proxy.url] } });
    const goOn = proxy.hold("/_bulk");
    const late = first.put(QUAY);
    late.catch(() => {});
    await vi.waitFor(async () => expect((await readJournal()).planned).toEqual(expect.any(String)), {
      timeout: 60_000,
    });
    await ask("PUT", `/${place.prefix}-state/_doc/writer`, { holder: "somebody who was paused", expiresAt: 0 });
    const second = opened(await openStoreForWriting(place));
    await second.put(QUAY_AGAIN);
    goOn();
    await expect(late).rejects.toMatchObject(DECIDED);
    await second.put(FERRY);
    expect(await second.articles([QUAY.article.id])).toEqual([QUAY_AGAIN.article]);
    expect(await findWords(second, ["mended"])).toEqual([]);
    expect(await second.info()).toMatchObject({ articles: 2, chunks: 2 });
    await first.close();
    proxy.close();
  });

  it("is seen by every server as soon as it is done", async () => {
    const writer = opened(await openEmpty(place));
    const server = opened(await openStore(place));
    await writer.put(QUAY);
    expect(await findWords(server, ["quay"])).toHaveLength(1);
    await writer.remove([QUAY.article.id]);
    expect(await findWords(server, ["quay"])).toEqual([]);
  });

  it("is finished by the next writer where it was broken off, as a whole", async () => {
    await (await openEmpty(place)).close();
    const proxy = await BreakingProxy.before(place.address.urls[0] as string);
    const broken = await openStoreForWriting({ ...place, address: { ...place.address, urls: [proxy.url] } });
    await broken.put(FERRY);
    proxy.refused = "/_bulk";
    await expect(broken.put(QUAY)).rejects.toMatchObject(DECIDED);
    await broken.close();
    proxy.close();
    const next = opened(await openStoreForWriting(place));
    expect(await next.articles([QUAY.article.id, FERRY.article.id])).toEqual([QUAY.article, FERRY.article]);
    expect((await next.entities([entityIdIn("quay", "Ada Voss")]))[0]?.id).toBe(joinedId("ada voss"));
    expect(await findWords(next, ["mended"])).toHaveLength(1);
  });

  it("is finished as a whole of articles that were put in at once", async () => {
    await (await openEmpty(place)).close();
    const many = Array.from({ length: 60 }, (_, i) => articleFrom({ ...SKETCH, key: `quay ${i}`, passages: SAID }));
    const proxy = await BreakingProxy.before(place.address.urls[0] as string);
    const broken = await openStoreForWriting({ ...place, address: { ...place.address, urls: [proxy.url] } });
    await broken.put(FERRY);
    // Some of what is written to the cluster gets there.
    Object.assign(proxy, { refused: "/_bulk", lets: 2 });
    const puts = await Promise.allSettled(many.map((indexed) => broken.put(indexed)));
    expect(puts.every(({ status }) => status === "rejected")).toBe(true);
    await broken.close();
    proxy.close();
    const next = opened(await openStoreForWriting(place));
    expect(await next.info()).toMatchObject({ articles: 61, chunks: 361, quotes: 360, people: 1 });
    expect((await next.entities([joinedId("ada voss")]))[0]).toMatchObject({ articleCount: 60, quoteCount: 360 });
  });

  it("makes few changes of many puts, and lets another come between two of these", async () => {
    const first = opened(await openEmpty(place));
    const before = (await readJournal()).writes;
    const passages = Array.from({ length: 60 }, (_, i) => ({ words: `Buoy ${i} is lit.` }));
    const puts = Array.from({ length: 40 }, (_, i) => first.put(articleFrom({ key: `buoys ${i}`, passages })));
    const second = opened(await vi.waitFor(() => openStoreForWriting(place), { timeout: 60_000, interval: 50 }));
    expect((await second.info()).articles).toBeLessThan(40);
    await second.put(QUAY);
    await Promise.all(puts);
    expect(await second.info()).toMatchObject({ articles: 41, chunks: 2_401 });
    expect((await readJournal()).writes - before).toBeLessThan(20);
  });

  it("ends where another makes the index anew meanwhile, and says so", async () => {
    const first = opened(await openEmpty(place));
    await first.put(QUAY);
    const second = opened(await vi.waitFor(() => openStoreForWriting(place), { timeout: 60_000, interval: 50 }));
    await second.reset();
    const told = {
      code: "INDEX_BUSY",
      message: expect.stringContaining("was replaced meanwhile"),
    };
    await expect(first.put(FERRY)).rejects.toMatchObject(told);
    await expect(first.states()).rejects.toMatchObject(told);
    await second.put(FERRY);
    expect(await second.info()).toMatchObject({ articles: 1 });
  });

  it("goes on after a reset of its own", async () => {
    const writer = opened(await openEmpty(place));
    await Promise.all([writer.put(QUAY), writer.reset(), writer.put(FERRY)]);
    expect((await writer.states()).map(({ id }) => id)).toEqual([FERRY.article.id]);
  });

  it("finishes what was put right and broken off, with who is who by it", async () => {
    const first = await openEmpty(place);
    await first.put(QUAY);
    await first.close();
    const proxy = await BreakingProxy.before(place.address.urls[0] as string);
    const broken = await openStoreForWriting({ ...place, address: { ...place.address, urls: [proxy.url] } });
    await broken.states();
    proxy.refused = "/_bulk";
    await expect(broken.correct(TO_BRILL)).rejects.toMatchObject(DECIDED);
    await broken.close();
    proxy.close();
    const next = opened(await openStoreForWriting(place));
    const [quote] = await next.quotes([MENDED.quoteId]);
    expect([quote?.speakerId, quote?.confidence]).toEqual([BRILL.id, 1]);
    expect(await next.correctionsOf([MENDED.quoteId])).toEqual([[TO_BRILL]]);
    await next.correct(correction(2, { kind: "MERGED", people: [BRILL], into: personNamed("Ada Voss") }));
    expect((await next.entities([joinedId("ada voss")]))[0]).toMatchObject({ quoteCount: 1, articleCount: 1 });
  });

  it("finishes a merge of somebody whom many articles name, whose documents no journal holds", async () => {
    const many = Array.from({ length: 40 }, (_, i) => articleFrom({ ...SKETCH, key: `quay ${i}`, passages: SAID }));
    const first = await openEmpty(place);
    for (const indexed of many) await first.put(indexed);
    await first.close();
    const proxy = await BreakingProxy.before(place.address.urls[0] as string);
    const broken = await openStoreForWriting({ ...place, address: { ...place.address, urls: [proxy.url] } });
    await broken.states();
    Object.assign(proxy, { refused: "/_bulk", lets: 1 });
    await expect(broken.correct(MERGED)).rejects.toMatchObject(DECIDED);
    await broken.close();
    proxy.close();
    const { planned } = await readJournal();
    expect(planned?.length).toBeLessThan(100 * many.length);
    const next = opened(await openStoreForWriting(place));
    const [brill, voss] = await next.entities([BRILL.id, joinedId("ada voss")]);
    expect(brill).toMatchObject({ quoteCount: 40 * SAID.length, articleCount: 40, mentionCount: 40 });
    expect(voss).toEqual(brill);
    const speakers = [BRILL.id];
    expect((await next.listQuotes({ speakers }, "NEWEST", { first: 1, after: null })).total).toBe(40 * SAID.length);
    expect(await countThrough(next, { speakers })).toBe(40 * SAID.length);
  });

  it("says that a disk is full, and goes on when there is room again", async () => {
    const writer = opened(await openEmpty(place));
    const block = (value: boolean | null) =>
      ask("PUT", `/${place.prefix}-*/_settings`, { "index.blocks.read_only_allow_delete": value });
    await block(true);
    await expect(writer.put(QUAY)).rejects.toMatchObject({
      code: "DISK_FULL",
      message: expect.stringContaining("it made the index read-only"),
    });
    await block(null);
    await writer.put(FERRY);
    await writer.put(QUAY);
    expect(await writer.info()).toMatchObject({ articles: 2, chunks: 2 });
  });

  it("refuses an index of another model, and makes it anew when it is told to", async () => {
    const writer = await openEmpty(place);
    await writer.put(QUAY);
    await writer.close();
    const other = { ...place, model: "other/model", dimensions: 4 };
    await expect(openStore(other)).rejects.toMatchObject({
      code: "INDEX_INCOMPATIBLE",
      message: expect.stringContaining("example/model (8 dimensions), and other/model (4 dimensions) is set"),
    });
    const mending = await openStoreForWriting(other);
    await expect(mending.put(QUAY)).rejects.toMatchObject({ code: "INDEX_INCOMPATIBLE" });
    await mending.reset();
    expect(await mending.info()).toMatchObject({ articles: 0, model: "other/model", dimensions: 4 });
    await mending.close();
    const back = opened(await openStoreForWriting(place));
    await back.reset();
    await back.put(QUAY);
    expect(await back.info()).toMatchObject({ articles: 1, model: "example/model" });
  });
});
