import type { FoundChunks } from "../../chunk-query.ts";
import type { Connection } from "../connection.ts";
import { countFacet } from "./chunk-facets.ts";
import { type ChunkTable, TURN } from "./chunk-table.ts";
import { matchRows } from "./match-rows.ts";
import type { PreparedQuery } from "./prepared-query.ts";

/** All of the table that matches a query. */
export function findChunks(
  connection: Connection,
  table: ChunkTable,
  prepared: PreparedQuery,
  vector: Float32Array | null,
): FoundChunks {
  const { rows, signals } = matchRows(table, prepared, vector);
  const articleAt = (place: number) => table.articleOf.at(rows[place] as number);
  return {
    count: rows.length,
    signals,
    wordWeight: prepared.words.total,
    statistics: prepared.words.statistics,
    idAt: (place) => table.ids[rows[place] as number] as string,
    wordingAt: (place) => table.wordings.sharedBy(rows[place] as number),
    isTurn: (place) => table.kinds.at(rows[place] as number) === TURN,
    articleAt,
    arrivalAt: (place) => table.labels.at(rows[place] as number),
    lastArrival: table.labels.values.at(-1) ?? 0,
    publishedAt: (place) => table.articles[articleAt(place)]?.article.publishedAt ?? null,
    facet: async (name, first) => countFacet(connection, table, rows, { name, first }),
  };
}
