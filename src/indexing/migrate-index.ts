import { createHash } from "node:crypto";
import pMap from "p-map";
import { type Correction, inOrderOfTime } from "../model/correction.ts";
import { speakersOf } from "../model/quote.ts";
import { allCorrections } from "../store/corrections/all-corrections.ts";
import type { IndexedArticle, QuoteStore, QuoteStoreWriter } from "../store/quote-store.ts";

/** What has been done, of all that there is to do. */
export type OnMigrated = (step: MigrationStep, done: number, total: number) => void;

export type MigrationStep = "articles copied" | "articles checked" | "corrections copied";

export interface Migrated {
  /** Articles that were put into the other store, those that were in it already, and those that it had and the first one has not. */
  readonly copied: number;
  readonly kept: number;
  readonly removed: number;
  /** Ids of articles that are not the same in both stores. */
  readonly different: readonly string[];
  readonly corrections: {
    /** Corrections that were put into the other store, or undone there, and those that were in it already. */
    readonly copied: number;
    readonly kept: number;
    /** Ids of corrections that are not the same in both stores. One that the first has not, or undid not, stays: people made it. */
    readonly different: readonly string[];
  };
}

/** Articles that are read and compared at once. */
const AT_ONCE = 20;
/** Of a portion that is put in at once, as many as one change of a cluster takes (`put-batch.ts`). */
const MOST_CHUNKS = 500;
/** One that is put in, one that waits, and the next is read meanwhile. */
const PORTIONS_AT_ONCE = 2;

/**
 * Makes of one store what another holds, without embedding or reading an article anew. What was broken off goes on where it stopped:
 * articles whose revision is there are left as they are, and so are corrections that are there. Corrections come first, and each
 * article is put right when it is put in. At the end everything is compared: each article with its quotes, whom these are said by and what
 * they are called, its chunks and their vectors, and each correction.
 * @param from May be read by others meanwhile; what is written to it is not followed.
 */
export async function migrateIndex(
  from: QuoteStore,
  to: QuoteStoreWriter,
  onMigrated: OnMigrated,
  signal: AbortSignal,
): Promise<Migrated> {
  const wanted = await from.states();
  const there = new Map((await to.states()).map(({ id, revision }) => [id, revision]));
  const ids = new Set(wanted.map(({ id }) => id));
  const removed = await to.remove([...there.keys()].filter((id) => !ids.has(id)));
  await to.setPeople(await from.people());
  const made = await copyCorrections(from, to, onMigrated, signal);
  const missing = wanted.filter(({ id, revision }) => there.get(id) !== revision);
  await copyArticles(
    from,
    to,
    missing.map(({ id }) => id),
    onMigrated,
    signal,
  );
  await to.save();
  const different = await compare(from, to, [...ids], onMigrated, signal);
  return {
    ...{ copied: missing.length, kept: wanted.length - missing.length, removed, different },
    corrections: { ...made, different: await compareCorrections(from, to) },
  };
}

/** A store that puts in what waits for its turn as one change has the next portion at hand when it has put in one. */
async function copyArticles(
  from: QuoteStore,
  to: QuoteStoreWriter,
  ids: readonly string[],
  onMigrated: OnMigrated,
  signal: AbortSignal,
): Promise<void> {
  let done = 0;
  const put = async (indexed: IndexedArticle) => {
    await to.put(indexed);
    onMigrated("articles copied", ++done, ids.length);
  };
  const putAll = (portion: readonly IndexedArticle[]) => Promise.all(portion.map(put));
  await pMap(portionsOf(from, ids, signal), putAll, { concurrency: PORTIONS_AT_ONCE });
  signal.throwIfAborted();
}

/** Articles of as many chunks as may wait in memory, or one of more; none once it is aborted. */
async function* portionsOf(
  from: QuoteStore,
  ids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly IndexedArticle[]> {
  let portion: IndexedArticle[] = [];
  let chunks = 0;
  for (const id of ids) {
    const [indexed] = await from.indexed([id]);
    if (signal.aborted) return;
    if (!indexed) continue;
    if (portion.length > 0 && chunks + indexed.chunks.length > MOST_CHUNKS) {
      yield portion;
      [portion, chunks] = [[], 0];
    }
    portion.push(indexed);
    chunks += indexed.chunks.length;
  }
  if (portion.length > 0 && !signal.aborted) yield portion;
}

/** In the order in which they were made, undone ones too. */
async function copyCorrections(
  from: QuoteStore,
  to: QuoteStoreWriter,
  onMigrated: OnMigrated,
  signal: AbortSignal,
): Promise<{ readonly copied: number; readonly kept: number }> {
  const made = await readAllCorrections(from);
  const there = await to.corrections(made.map(({ id }) => id));
  const missing = made.filter(({ undone }, i) => !there[i] || (undone !== null && there[i].undone === null));
  for (const [i, correction] of missing.entries()) {
    signal.throwIfAborted();
    await to.correct(correction);
    onMigrated("corrections copied", i + 1, missing.length);
  }
  return { copied: missing.length, kept: made.length - missing.length };
}

/** In the order of time. */
async function readAllCorrections(store: QuoteStore): Promise<readonly Correction[]> {
  const read: Correction[] = [];
  for await (const correction of allCorrections(store)) read.push(correction);
  return read.sort(inOrderOfTime);
}

async function compareCorrections(from: QuoteStore, to: QuoteStore): Promise<readonly string[]> {
  const [before, after] = [await correctionChecksums(from), await correctionChecksums(to)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
}

const correctionChecksums = async (store: QuoteStore): Promise<ReadonlyMap<string, string>> =>
  new Map((await readAllCorrections(store)).map((correction) => [correction.id, checksum(sorted(correction))]));

async function compare(
  from: QuoteStore,
  to: QuoteStore,
  ids: readonly string[],
  onMigrated: OnMigrated,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const different: string[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    signal.throwIfAborted();
    const some = ids.slice(start, start + AT_ONCE);
    const [before, after] = [await readTold(from, some), await readTold(to, some)];
    different.push(...some.filter((_, i) => !areSame(before[i], after[i])));
    onMigrated("articles checked", start + some.length, ids.length);
  }
  return different;
}

/** What a store tells of an article. */
interface Told {
  /** Of the article with all that belongs to it but vectors. */
  readonly checksum: string;
  readonly vectors: readonly (Float32Array | null)[];
}

async function readTold(store: QuoteStore, ids: readonly string[]): Promise<readonly Told[]> {
  const [articles, chunks] = [await store.articles(ids), await store.chunksOfArticles(ids)];
  return Promise.all(
    ids.map(async (_, i) => {
      const own = chunks[i] ?? [];
      const quotes = await store.quotes([...new Set(own.flatMap(({ quoteIds }) => quoteIds))]);
      const vectors = await store.vectors(own.map(({ id }) => id));
      const speakers = quotes.flatMap((quote) => (quote === null ? [] : speakersOf(quote)));
      const names = (await store.entities(speakers)).map((entity) => entity?.name);
      const told = sorted([articles[i], own, quotes, names]);
      return { checksum: checksum(told), vectors };
    }),
  );
}

const checksum = (told: string): string => createHash("sha256").update(told).digest("hex");

function areSame(some: Told | undefined, other: Told | undefined): boolean {
  if (some?.checksum !== other?.checksum || some?.vectors.length !== other?.vectors.length) return false;
  return some?.vectors.every((vector, i) => areClose(vector, other?.vectors[i] ?? null)) ?? false;
}

/** A store may keep 8 bits of each number: half a step of those is .4 % of the largest. */
const MOST_ROUNDED = 0.01;

function areClose(some: Float32Array | null, other: Float32Array | null): boolean {
  if (some === null || other === null) return some === other;
  const most = MOST_ROUNDED * some.reduce((largest, number) => Math.max(largest, Math.abs(number)), 0);
  return some.length === other.length && some.every((number, i) => Math.abs(number - (other[i] ?? 0)) <= most);
}

/** JSON with its keys in order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
