import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { migrateIndex } from "../../src/indexing/migrate-index.ts";
import type { Correction } from "../../src/model/correction.ts";
import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import type { AuthorityPerson } from "../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, DIMENSIONS, joinedId } from "../store/article-fixture.ts";
import { correction, personNamed, undoneAt, wordsOf } from "../store/correction-fixture.ts";
import { readAllPages } from "../store/read-all-pages.ts";
import { readEverything } from "../store/read-everything.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const openNew = () =>
  openStoreForWriting({ directory: join(temporaryFolder(), "index"), model: "example/model", dimensions: DIMENSIONS });

const marsh = { first: "lena", last: "marsh", gender: null } as const;
const RATES: ArticleSketch = {
  key: "rates",
  publishedAt: "2030-05-06T00:00:00.000Z",
  passages: [
    { words: "Rates will rise.", by: "Lena Marsh", alongside: ["Otto Tarn"], onBehalfOf: "Harrow Bank" },
    { words: "Nobody disagreed." },
  ],
  entities: [
    { name: "Lena Marsh", person: marsh, titles: ["Governor"] },
    { name: "Otto Tarn" },
    { name: "Harrow Bank", kind: "ORGANIZATION" },
  ],
};
const ARTICLES = [
  articleFrom(RATES),
  articleFrom({
    key: "boats",
    sample: true,
    passages: [{ words: "The boats are out.", by: "Marsh" }],
    entities: [{ name: "Marsh", linkKey: null, person: { first: null, last: "marsh", gender: null } }],
  }),
];
const KNOWN: AuthorityPerson = {
  entityId: joinedId("lena marsh"),
  name: "Lena Adele Marsh",
  aliases: ["Marsh"],
  titles: [],
  born: "1961",
  wikidata: "Q42",
  url: null,
  recognisedBy: [
    { first: null, last: "marsh" },
    { first: "lena", last: "marsh" },
  ],
};
/** The last one was undone. */
const CORRECTIONS: readonly Correction[] = [
  correction(1, { kind: "SPEAKER", words: wordsOf(RATES, 0), speaker: personNamed("Ilse Holm") }),
  correction(2, { kind: "MERGED", people: [personNamed("Ilse Holm")], into: personNamed("Otto Tarn") }),
  correction(3, { kind: "RENAMED", person: personNamed("Otto Tarn"), name: "Otto Tarn the younger" }),
  { ...correction(4, { kind: "HIDDEN", words: wordsOf(RATES, 0) }), undone: undoneAt(5) },
];
/** So long that no two of them go in at once. */
const hearing = (key: string) =>
  articleFrom({ key, passages: Array.from({ length: 400 }, (_, i) => ({ words: `Motion ${i} is carried.` })) });
const NO_CORRECTIONS = { copied: 0, kept: 0, different: [] };
const never = new AbortController().signal;

describe("migrating an index", () => {
  it("copies articles, quotes, people and vectors, and leaves what is there", async () => {
    const [from, to] = [await openNew(), await openNew()];
    for (const article of ARTICLES) await from.put(article);
    await from.setPeople([KNOWN]);
    const copied = await migrateIndex(from, to, () => {}, never);
    expect(copied).toEqual({ copied: 2, kept: 0, removed: 0, different: [], corrections: NO_CORRECTIONS });
    const entities = (store: typeof from) => readAllPages((page) => store.listEntities({}, page));
    expect(await entities(to)).toEqual(await entities(from));
    expect(await to.people()).toEqual([KNOWN]);
    expect(await to.states()).toEqual(await from.states());
    const again = await migrateIndex(from, to, () => {}, never);
    expect(again).toEqual({ copied: 0, kept: 2, removed: 0, different: [], corrections: NO_CORRECTIONS });
    for (const store of [from, to]) await store.close();
  });

  it("goes on where it stopped, and takes away what the first store has no more", async () => {
    const [from, to] = [await openNew(), await openNew()];
    for (const key of ["first", "second", "third"]) await from.put(hearing(key));
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    await expect(migrateIndex(from, to, stop, stopping.signal)).rejects.toThrow("aborted");
    expect(await to.states()).toHaveLength(2);
    await to.put(articleFrom({ key: "old", passages: [{ words: "Old news." }] }));
    const { copied, kept, removed, different } = await migrateIndex(from, to, () => {}, never);
    expect({ copied, kept, removed, different }).toEqual({ copied: 1, kept: 2, removed: 1, different: [] });
    for (const store of [from, to]) await store.close();
  });

  it("carries corrections, undone ones too, and what was found before them", async () => {
    const [untouched, from, to] = [await openNew(), await openNew(), await openNew()];
    for (const article of ARTICLES) for (const store of [untouched, from]) await store.put(article);
    for (const made of [...CORRECTIONS].reverse()) await from.correct(made);
    const { corrections, different } = await migrateIndex(from, to, () => {}, never);
    expect({ corrections, different }).toEqual({ corrections: { copied: 4, kept: 0, different: [] }, different: [] });
    expect(await readAllPages((page) => to.listCorrections(page))).toEqual([...CORRECTIONS].reverse());
    expect(await readEverything(to)).toEqual(await readEverything(from));
    for (const { id } of CORRECTIONS) await to.undoCorrection(id, undoneAt(9));
    expect(await readEverything(to)).toEqual(await readEverything(untouched));
    for (const store of [untouched, from, to]) await store.close();
  });

  it("puts right what was copied before, undoes what was undone since, and tells what people made in the other store alone", async () => {
    const [from, to] = [await openNew(), await openNew()];
    const [speaker, merged, renamed, ownOfOther] = CORRECTIONS as [Correction, Correction, Correction, Correction];
    for (const article of ARTICLES) await from.put(article);
    await from.correct(speaker);
    await migrateIndex(from, to, () => {}, never);
    await from.undoCorrection(speaker.id, undoneAt(8));
    await from.correct(merged);
    await from.correct(renamed);
    const { kept, corrections, different } = await migrateIndex(from, to, () => {}, never);
    expect({ kept, corrections, different }).toEqual({
      kept: 2,
      corrections: { copied: 3, kept: 0, different: [] },
      different: [],
    });
    expect(await readEverything(to)).toEqual(await readEverything(from));
    await to.correct(ownOfOther);
    const again = await migrateIndex(from, to, () => {}, never);
    expect(again.corrections).toEqual({ copied: 0, kept: 3, different: [ownOfOther.id] });
    for (const store of [from, to]) await store.close();
  });

  it.each([
    [0.997, []],
    [0.9, ["rates"]],
  ])("takes vectors for the same that differ by rounding (%s), and no others", async (factor, differing) => {
    const [from, to] = [await openNew(), await openNew()];
    const { chunks, ...rates } = articleFrom(RATES);
    const vector = Float32Array.from({ length: DIMENSIONS }, (_, i) => (i % 2 === 0 ? 0.5 : 0.2));
    const bent = vector.map((number, i) => (i === 1 ? number * factor : number));
    await from.put({ ...rates, chunks: chunks.map((one) => ({ ...one, vector })) });
    await to.put({ ...rates, chunks: chunks.map((one) => ({ ...one, vector: bent })) });
    const { different } = await migrateIndex(from, to, () => {}, never);
    expect(different).toEqual(differing.map((key) => articleFrom({ key }).article.id));
    for (const store of [from, to]) await store.close();
  });

  it("tells which articles are not the same", async () => {
    const [from, to] = [await openNew(), await openNew()];
    const [rates] = ARTICLES;
    if (rates === undefined) throw new Error("There is an article.");
    await from.put(rates);
    await to.put({ ...rates, chunks: rates.chunks.slice(1) });
    expect((await migrateIndex(from, to, () => {}, never)).different).toEqual([rates.article.id]);
    for (const store of [from, to]) await store.close();
  });
});
