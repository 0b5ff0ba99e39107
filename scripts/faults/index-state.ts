import { Connection } from "../../src/store/embedded/connection.ts";
import { checkIndex } from "../../src/store/embedded/maintenance/check-index.ts";
import { indexExists } from "../../src/store/embedded/open-embedded-store.ts";
import { databasePath, isBlank } from "../../src/store/embedded/open-index.ts";

/** What an index holds, as far as it depends on the articles alone. */
export interface IndexState {
  /** By id the revision. */
  readonly articles: ReadonlyMap<string, string>;
  readonly quotes: readonly string[];
  readonly chunks: readonly string[];
  readonly entities: readonly string[];
  /** Of each quote who says it. */
  readonly speakers: readonly string[];
}

const SPEAKERS = `SELECT s.quote_id || ' ' || s.place || ' ' || e.id FROM quote_speaker s
  JOIN name_group g ON g.key = s.group_key JOIN entity e ON e.key = g.entity_key ORDER BY 1`;

/** What an index holds; null where there is none yet. @throws Error naming the promise that is broken. */
export async function soundState(directory: string): Promise<IndexState | null> {
  if (!indexExists(directory) || !isBegun(directory)) return null;
  const findings = await checkIndex(directory);
  if (findings[0]) throw new Error(`${findings[0].promise}: ${findings[0].sentence}`);
  const connection = new Connection(databasePath(directory), "READ");
  try {
    const idsOf = (table: string) => connection.column<string>(`SELECT id FROM ${table} ORDER BY id`);
    const rows = connection.all<{ readonly id: string; readonly revision: string }>("SELECT id, revision FROM article");
    return {
      articles: new Map(rows.map(({ id, revision }) => [id, revision])),
      ...{ quotes: idsOf("quote"), chunks: idsOf("chunk"), entities: idsOf("entity") },
      speakers: connection.column<string>(SPEAKERS),
    };
  } finally {
    connection.close();
  }
}

function isBegun(directory: string): boolean {
  const connection = new Connection(databasePath(directory), "READ");
  try {
    return !isBlank(connection);
  } finally {
    connection.close();
  }
}

export const isSame = (a: IndexState | null, b: IndexState | null): boolean =>
  JSON.stringify(flat(a)) === JSON.stringify(flat(b));

const flat = (state: IndexState | null) => state && { ...state, articles: [...state.articles].sort() };
