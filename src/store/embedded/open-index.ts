import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Correction } from "../../model/correction.ts";
import type { VectorModel } from "../vector-model.ts";
import { ChunkSearch } from "./chunk-table/chunk-search.ts";
import { deleteTable } from "./chunk-table/table-file.ts";
import { Connection } from "./connection.ts";
import { readAllCorrections } from "./corrections/correction-rows.ts";
import { restoreCorrections } from "./corrections/restore-corrections.ts";
import { FollowedVectors } from "./followed-vectors.ts";
import { checkModel, checkSchema, readState, setMeta } from "./index-state.ts";
import { MIGRATIONS, SCHEMA, SCHEMA_VERSION } from "./schema.ts";
import { isUnreadable } from "./sqlite-errors.ts";
import { readVector, writeCodes } from "./vector-blob.ts";
import { deleteVectors } from "./vector-files.ts";

export interface IndexPlace extends VectorModel {
  /** Where the index lies; made when it is missing. */
  readonly directory: string;
  /** Only for tests of a full disk: the most pages of 4 KiB that the database may have. */
  readonly maxPages?: number;
}

export interface OpenIndex {
  readonly place: IndexPlace;
  /** The life of the index when it was opened: another one after a reset, and where a backup was put in its place. */
  readonly generation: string;
  readonly connection: Connection;
  readonly vectors: FollowedVectors;
  readonly chunks: ChunkSearch;
}

export const databasePath = (directory: string): string => join(directory, "verbatim.sqlite");

/** Opens the index, made empty when it is missing. One of another schema or model is INDEX_INCOMPATIBLE. */
export function openIndex(place: IndexPlace): OpenIndex {
  const connection = connect(place);
  try {
    if (isBlank(connection)) connection.writing(() => isBlank(connection) && createSchema(connection, place));
    migrate(connection);
    checkSchema(connection);
    const state = readState(connection);
    checkModel(state, place);
    const vectors = new FollowedVectors(connection, place.directory, place);
    const chunks = new ChunkSearch(connection, vectors, place);
    return { place, generation: state.generation, connection, vectors, chunks };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Removes everything but what people put right, and makes an empty index for this model, whatever was there: another model, another schema, or a
 * file that is no database. Other processes that have it open see an empty index from then on.
 */
export async function makeAnew(place: IndexPlace): Promise<void> {
  const connection = connectAnyway(place);
  try {
    connection.pragma("foreign_keys = OFF");
    connection.writing(() => {
      const corrections = correctionsIn(connection);
      dropEverything(connection);
      createSchema(connection, place);
      restoreCorrections(connection, corrections);
    });
    connection.script("VACUUM");
  } finally {
    connection.close();
  }
  await deleteVectors(place.directory);
  await deleteTable(place.directory);
}

function connect({ directory, maxPages }: IndexPlace): Connection {
  mkdirSync(directory, { recursive: true });
  const connection = new Connection(databasePath(directory));
  if (maxPages !== undefined) connection.pragma(`max_page_count = ${maxPages}`);
  return connection;
}

/** A file that cannot be read as a database goes. */
function connectAnyway(place: IndexPlace): Connection {
  try {
    const connection = connect(place);
    if (connection.pragma("quick_check(1)") === "ok") return connection;
    connection.close();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
  }
  for (const suffix of ["", "-wal", "-shm"]) rmSync(databasePath(place.directory) + suffix, { force: true });
  return connect(place);
}

/** True for a file in which no index was ever begun, such as a process leaves that was killed at its first moment. */
export const isBlank = (connection: Connection): boolean =>
  connection.column<number>("SELECT COUNT(*) FROM sqlite_master")[0] === 0;

/** Step by step from an older version whose tables can be made today's; then gives the room back that they need no more. */
export function migrate(connection: Connection): void {
  const stepOf = () => MIGRATIONS[Number(connection.pragma("user_version"))];
  if (stepOf() === undefined) return;
  connection.define("vector_codes", (vector) => writeCodes(readVector(vector)));
  while (stepOf() !== undefined) {
    connection.writing(() => {
      // Another process may have taken the step in the meantime.
      const version = Number(connection.pragma("user_version"));
      const step = MIGRATIONS[version];
      if (step === undefined) return;
      connection.script(step);
      connection.pragma(`user_version = ${version + 1}`);
    });
  }
  try {
    connection.script("VACUUM");
  } catch {
    // Another process reads, or the disk is full: what comes later takes the room instead.
  }
}

/** An index of a schema before 9 has none, and neither has another database. */
function correctionsIn(connection: Connection): readonly Correction[] {
  const table = connection.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'correction'");
  return table === undefined ? [] : readAllCorrections(connection);
}

function createSchema(connection: Connection, { model, dimensions }: VectorModel): void {
  connection.script(SCHEMA);
  connection.pragma(`user_version = ${SCHEMA_VERSION}`);
  setMeta(connection, { model, dimensions: String(dimensions), generation: randomUUID() });
}

/** Virtual tables before others: they take the tables that they are made of with them. */
function dropEverything(connection: Connection): void {
  for (const name of connection.column<string>("SELECT name FROM sqlite_master WHERE type = 'view'")) {
    connection.script(`DROP VIEW "${name.replaceAll('"', '""')}"`);
  }
  const tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@'";
  for (const kind of ["AND sql LIKE 'CREATE VIRTUAL%'", ""]) {
    for (const name of connection.column<string>(`${tables} ${kind}`)) {
      connection.script(`DROP TABLE "${name.replaceAll('"', '""')}"`);
    }
  }
}
