import type { StoreInfo } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { readState } from "./index-state.ts";
import { SCHEMA_VERSION } from "./schema.ts";

type Counts = Pick<
  StoreInfo,
  "articles" | "quotes" | "people" | "organizations" | "places" | "chunks" | "sampleArticles"
>;

export function readInfo(connection: Connection): StoreInfo {
  return connection.reading(() => {
    const { model, dimensions, updatedAt } = readState(connection);
    return { ...readCounts(connection), model, dimensions, schemaVersion: SCHEMA_VERSION, updatedAt };
  });
}

function readCounts(connection: Connection): Counts {
  const counts = connection.get<Counts>(`SELECT
    (SELECT COUNT(*) FROM article) AS articles,
    (SELECT COUNT(*) FROM quote) AS quotes,
    (SELECT COUNT(*) FROM entity WHERE kind = 'PERSON') AS people,
    (SELECT COUNT(*) FROM entity WHERE kind = 'ORGANIZATION') AS organizations,
    (SELECT COUNT(*) FROM entity WHERE kind = 'PLACE') AS places,
    (SELECT COUNT(*) FROM chunk) AS chunks,
    (SELECT COUNT(*) FROM article WHERE sample = 1) AS sampleArticles`);
  if (counts === undefined) throw new Error("SQLite gave no counts.");
  return counts;
}
