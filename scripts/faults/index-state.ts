import { Connection } from "../../src/store/embedded/connection.ts";
import { checkIndex } from "../../src/store/embedded/maintenance/check-index.ts";
import { indexExists } from "../../src/store/embedded/open-embedded-store.ts";
import { databasePath } from "../../src/store/embedded/open-index.ts";

/** What an index holds, as far as it depends on the articles alone. */
export interface IndexState {
  /** By id the revision. */
  readonly articles: ReadonlyMap<string, string>;
  readonly quotes: readonly string[];
  readonly chunks: readonly string[];
  readonly entities: readonly string[];
}

/** What an index holds; null where there is none yet. @throws Error naming the promise that is broken. */
export async function soundState(directory: string): Promise<IndexState | null> {
  if (!indexExists(directory)) return null;
  const findings = await checkIndex(directory);
  if (findings[0]) throw new Error(`${findings[0].promise}: ${findings[0].sentence}`);
  const connection = new Connection(databasePath(directory), "READ");
  try {
    const idsOf = (table: string) => connection.column<string>(`SELECT id FROM ${table} ORDER BY id`);
    const rows = connection.all<{ readonly id: string; readonly revision: string }>("SELECT id, revision FROM article");
    return {
      articles: new Map(rows.map(({ id, revision }) => [id, revision])),
      ...{ quotes: idsOf("quote"), chunks: idsOf("chunk"), entities: idsOf("entity") },
    };
  } finally {
    connection.close();
  }
}

export const isSame = (a: IndexState | null, b: IndexState | null): boolean =>
  JSON.stringify(flat(a)) === JSON.stringify(flat(b));

const flat = (state: IndexState | null) => state && { ...state, articles: [...state.articles].sort() };
