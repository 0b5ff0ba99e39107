import { rm } from "node:fs/promises";
import { join } from "node:path";
import { VerbatimError } from "../../../errors.ts";
import type { Article } from "../../../model/article.ts";
import type { Chunk } from "../../../model/chunk.ts";
import { type Correction, inOrderOfTime } from "../../../model/correction.ts";
import type { Quote } from "../../../model/quote.ts";
import type { IndexedArticle } from "../../quote-store.ts";
import { Connection } from "../connection.ts";
import { readAllCorrections, readCorrections } from "../corrections/correction-rows.ts";
import { restoreCorrections } from "../corrections/restore-corrections.ts";
import { checkCurrent, checkModel, readState, setMeta } from "../index-state.ts";
import { databasePath, type IndexPlace, openIndex } from "../open-index.ts";
import { putArticle } from "../put-article.ts";
import { type ReadBack, readBack } from "../read-indexed.ts";
import { asVerbatimError } from "../sqlite-errors.ts";
import { WriterLock } from "../writer-lock.ts";
import { removeDatabase } from "./copy-database.ts";
import { keepFormer } from "./keep-former.ts";
import { replaceDatabase } from "./replace-database.ts";

/** What a repair came to. */
export interface Rebuilt {
  readonly kept: number;
  /** Passages whose vectors were made anew. */
  readonly embedded: number;
  /** What could not be read any more: to be indexed again. */
  readonly lost: readonly LostArticle[];
  /** How many corrections could not be read any more; null where not even their number can. */
  readonly correctionsLost: number | null;
  /** Where the index lies as it was. */
  readonly formerFile: string;
}

interface LostArticle {
  readonly id: string;
  /** Where it came from; null where even that can't be read. */
  readonly source: string | null;
}

/** Makes the vectors of an article's passages. */
export type EmbedChunks = (
  article: Article,
  parts: { readonly chunks: readonly Chunk[]; readonly quotes: readonly Quote[] },
) => Promise<IndexedArticle["chunks"]>;

/** Tables that `putArticle` and `restoreCorrections` fill; whatever else there is holds what nothing else tells, and is copied as it is. */
const REBUILT =
  /^(?:article|article_body|article_entity|article_beside|article_found|correction|correction_subject|decided_person|decided_name|entity|entity_name|entity_name_word|entity_title|name_group|quote|quote_speaker|quote_entity|chunk|chunk_.*|meta|sqlite_.*)$/;

/**
 * Builds an index anew from what can still be read of it: each article with its quotes, names and passages as they were
 * found, and what people put right on top; names are joined, words indexed and everything counted anew, and vectors that are
 * missing are made. What lay there before stays beside it. INDEX_BUSY while somebody writes.
 */
export async function rebuildIndex(place: IndexPlace, embed: EmbedChunks): Promise<Rebuilt> {
  const lock = WriterLock.take(place.directory);
  const folder = join(place.directory, "repair.tmp");
  try {
    await rm(folder, { recursive: true, force: true });
    const rebuilt = await rebuildInto({ ...place, directory: folder }, place, embed);
    const formerFile = await keepFormer(databasePath(place.directory));
    await replaceDatabase(databasePath(folder), place.directory);
    return { ...rebuilt, formerFile };
  } catch (error) {
    throw asVerbatimError(error, place.directory);
  } finally {
    await removeDatabase(databasePath(folder));
    await rm(folder, { recursive: true, force: true });
    lock.release();
  }
}

async function rebuildInto(
  fresh: IndexPlace,
  place: IndexPlace,
  embed: EmbedChunks,
): Promise<Omit<Rebuilt, "formerFile">> {
  const old = openOld(place);
  const { connection: target } = openIndex(fresh);
  const lost: LostArticle[] = [];
  const corrections = correctionsOf(old);
  let [kept, embedded] = [0, 0];
  try {
    copyOtherTables(old, target);
    target.writing(() => restoreCorrections(target, corrections.read));
    setMeta(target, { model: place.model, dimensions: String(place.dimensions), ...keptMeta(old) });
    for (const { id, source } of articlesOf(old)) {
      const read = readable(() => readBack(old, id, place.dimensions));
      if (read === null) {
        lost.push({ id, source });
        continue;
      }
      const { indexed, made } = await withVectors(read, embed);
      target.writing(() => putArticle(target, indexed));
      [kept, embedded] = [kept + 1, embedded + made];
    }
  } finally {
    old.close();
    target.close();
  }
  return { kept, embedded, lost, correctionsLost: corrections.lost };
}

/** Nothing else tells what people put right: where the whole can't be read, each that can be. */
function correctionsOf(old: Connection): { readonly read: readonly Correction[]; readonly lost: number | null } {
  const whole = readable(() => readAllCorrections(old));
  if (whole !== null) return { read: whole, lost: 0 };
  const ids = readable(() => old.column<string>("SELECT id FROM correction"));
  if (ids === null) return { read: [], lost: null };
  const read = ids.flatMap((id) => readable(() => readCorrections(old, [id])[0]) ?? []);
  return { read: read.sort(inOrderOfTime), lost: ids.length - read.length };
}

/** @throws INDEX_INCOMPATIBLE where nothing can be read of it at all, or its vectors are another model's. */
function openOld(place: IndexPlace): Connection {
  const connection = new Connection(databasePath(place.directory), "READ");
  try {
    checkCurrent(connection);
    const state = readable(() => readState(connection));
    if (state !== null) checkModel(state, place);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Null where a page is damaged or a part missing. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** From the table where it can be read, else from the indexes on it, which lie on other pages. */
function articlesOf(old: Connection): readonly LostArticle[] {
  const whole = readable(() =>
    old.all<LostArticle>("SELECT id, COALESCE(url, origin, source_key) AS source FROM article"),
  );
  if (whole !== null) return whole;
  const ways = [
    "SELECT id FROM article",
    "SELECT article_id FROM article_body",
    "SELECT DISTINCT article_id FROM chunk",
  ];
  const ids = new Set(ways.flatMap((sql) => readable(() => old.column<string>(sql)) ?? []));
  if (ids.size === 0) throw nothingLeft();
  return [...ids].map((id) => ({ id, source: sourceOf(old, id) }));
}

const sourceOf = (old: Connection, id: string): string | null =>
  readable(() => old.column<string>("SELECT COALESCE(url, origin, source_key) FROM article WHERE id = ?", id)[0]) ??
  null;

const nothingLeft = (): VerbatimError =>
  new VerbatimError(
    "INDEX_INCOMPATIBLE",
    "Nothing can be read of the index any more. Put a backup back with `npm run restore FILE`, or make the index again with `npm run index -- --reset PATH...`.",
  );

function copyOtherTables(old: Connection, target: Connection): void {
  const names = target.column<string>("SELECT name FROM sqlite_master WHERE type = 'table'");
  for (const name of names.filter((one) => !REBUILT.test(one))) {
    const rows = readable(() =>
      old.all<Readonly<Record<string, string | number | Uint8Array | null>>>(`SELECT * FROM "${name}"`),
    );
    for (const row of rows ?? []) {
      const columns = Object.keys(row);
      const sql = `INSERT INTO "${name}" (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
      target.run(sql, ...Object.values(row));
    }
  }
}

/** When it was last changed is told on. */
function keptMeta(old: Connection): Readonly<Record<string, string>> {
  const rows = readable(() => old.column<string>("SELECT value FROM meta WHERE name = 'updatedAt'"));
  return rows?.[0] === undefined ? {} : { updatedAt: rows[0] };
}

async function withVectors(
  { chunks, ...rest }: ReadBack,
  embed: EmbedChunks,
): Promise<{ readonly indexed: IndexedArticle; readonly made: number }> {
  if (chunks.every(({ vectors }) => vectors !== null)) {
    return {
      indexed: { ...rest, chunks: chunks.flatMap(({ chunk, vectors }) => (vectors ? [{ chunk, ...vectors }] : [])) },
      made: 0,
    };
  }
  const made = await embed(rest.article, { chunks: chunks.map(({ chunk }) => chunk), quotes: rest.quotes });
  return { indexed: { ...rest, chunks: made }, made: made.length };
}
