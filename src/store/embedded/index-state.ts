import { ServiceError } from "../../model/service-fault.ts";
import { otherModel } from "../other-model.ts";
import type { VectorModel } from "../vector-model.ts";
import type { Connection } from "./connection.ts";
import { MIGRATIONS, SCHEMA_VERSION } from "./schema.ts";

/** Where the database stands; any process reads it to see what is new. */
export interface IndexState extends VectorModel {
  /** Differs after every reset. */
  readonly generation: string;
  readonly updatedAt: string | null;
  /** The last label and removal ever given; 0 before the first. */
  readonly lastLabel: number;
  readonly lastRemoval: number;
}

interface StateRow {
  readonly model: string;
  readonly dimensions: string;
  readonly generation: string;
  readonly updated_at: string | null;
  readonly last_label: number;
  readonly last_removal: number;
}

export function readState(connection: Connection): IndexState {
  const row = connection.get<StateRow>(`SELECT
    (SELECT value FROM meta WHERE name = 'model') AS model,
    (SELECT value FROM meta WHERE name = 'dimensions') AS dimensions,
    (SELECT value FROM meta WHERE name = 'generation') AS generation,
    (SELECT value FROM meta WHERE name = 'updatedAt') AS updated_at,
    COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'chunk'), 0) AS last_label,
    COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'chunk_removal'), 0) AS last_removal`);
  if (row === undefined) throw new Error("The index has no state.");
  return {
    model: row.model,
    dimensions: Number(row.dimensions),
    generation: row.generation,
    updatedAt: row.updated_at,
    lastLabel: row.last_label,
    lastRemoval: row.last_removal,
  };
}

export function setMeta(connection: Connection, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    connection.run("INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", name, value);
  }
}

/** INDEX_INCOMPATIBLE where the index holds vectors of another model. One that never held any suits every model. */
export function checkModel(state: IndexState, mine: VectorModel): void {
  if (state.lastLabel === 0 || (state.model === mine.model && state.dimensions === mine.dimensions)) return;
  throw otherModel("The index", state, mine);
}

/** INDEX_INCOMPATIBLE unless the tables are those of this version. */
export function checkSchema(connection: Connection): void {
  const version = connection.pragma("user_version");
  if (version === SCHEMA_VERSION) return;
  throw new ServiceError({
    fault: "INDEX_OF_OTHER_SCHEMA",
    ...{ index: "The index", schema: String(version), reads: SCHEMA_VERSION, setting: "VERBATIM_DATA_DIR" },
  });
}

/** The same, for who only reads and can't bring an older index up to date as opening it does. */
export function checkCurrent(connection: Connection): void {
  const version = Number(connection.pragma("user_version"));
  if (MIGRATIONS[version] !== undefined) throw new ServiceError({ fault: "INDEX_OF_OLDER_SCHEMA", schema: version });
  checkSchema(connection);
}
