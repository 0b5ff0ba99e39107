import { createHash } from "node:crypto";
import type { QuoteStore, QuoteStoreWriter } from "../store/quote-store.ts";

/** What has been done, of all that there is to do. */
export type OnMigrated = (step: "copied" | "checked", done: number, total: number) => void;

export interface Migrated {
  /** Articles that were put into the other store, those that were in it already, and those that it had and the first one has not. */
  readonly copied: number;
  readonly kept: number;
  readonly removed: number;
  /** Ids of articles that are not the same in both stores. */
  readonly different: readonly string[];
}

/** Articles that are read and compared at once. */
const AT_ONCE = 20;

/**
 * Makes of one store what another holds, without embedding or reading an article anew. What was broken off goes on where it stopped:
 * articles whose revision is there are left as they are. At the end everything is compared: each article with its quotes, whom these
 * are said by, its chunks and their vectors.
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
  const missing = wanted.filter(({ id, revision }) => there.get(id) !== revision);
  for (const [i, { id }] of missing.entries()) {
    signal.throwIfAborted();
    const [indexed] = await from.indexed([id]);
    if (indexed) await to.put(indexed);
    onMigrated("copied", i + 1, missing.length);
  }
  await to.save();
  const different = await compare(from, to, [...ids], onMigrated, signal);
  return { copied: missing.length, kept: wanted.length - missing.length, removed, different };
}

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
    const [before, after] = [await checksums(from, some), await checksums(to, some)];
    different.push(...some.filter((_, i) => before[i] !== after[i]));
    onMigrated("checked", start + some.length, ids.length);
  }
  return different;
}

/** Of each article with all that belongs to it, as a store tells it. */
async function checksums(store: QuoteStore, ids: readonly string[]): Promise<readonly string[]> {
  const [articles, chunks] = [await store.articles(ids), await store.chunksOfArticles(ids)];
  return Promise.all(
    ids.map(async (_, i) => {
      const own = chunks[i] ?? [];
      const quotes = await store.quotes([...new Set(own.flatMap(({ quoteIds }) => quoteIds))]);
      const vectors = await store.vectors(own.map(({ id }) => id));
      const told = sorted([articles[i], own, quotes]);
      return createHash("sha256")
        .update(told)
        .update(JSON.stringify(vectors.map(shapeOf)))
        .digest("hex");
    }),
  );
}

/** A vector as both stores have it, whatever they round: its numbers in hundredths of the largest. */
function shapeOf(vector: Float32Array | null): readonly number[] {
  if (vector === null) return [];
  const largest = vector.reduce((most, number) => Math.max(most, Math.abs(number)), 0) || 1;
  return Array.from(vector, (number) => Math.round((100 * number) / largest));
}

/** JSON with its keys in order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
