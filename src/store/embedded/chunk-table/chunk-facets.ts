import type { EntityKind } from "../../../model/entity.ts";
import { type Facet, type Facets, toFacet } from "../../../model/facet.ts";
import type { Connection } from "../connection.ts";
import { type ChunkTable, NO_KEY, ROW_KINDS } from "./chunk-table.ts";

interface EntityName {
  readonly key: number;
  readonly id: string;
  readonly kind: EntityKind;
}

/** How rows divide by each of their properties. */
export function countFacets(connection: Connection, table: ChunkTable, rows: Int32Array): Facets {
  const speakers = table.speakers.values;
  const kinds = table.kinds.values;
  const keys = new Set<number>();
  for (const row of rows) {
    keys.add(speakers[row] as number);
    for (const key of table.mentions[row] as readonly number[]) keys.add(key);
  }
  const entities = readEntities(connection, keys);
  const articleOf = (row: number) => table.articles[table.articleOf.values[row] as number]?.article;
  return {
    speakers: count(rows, (row) => entities.get(speakers[row] as number)?.id),
    publishers: count(rows, (row) => articleOf(row)?.publisher),
    kinds: count(rows, (row) => ROW_KINDS[kinds[row] as number]),
    months: count(rows, (row) => articleOf(row)?.publishedAt?.slice(0, "2024-03".length)),
    entities: countMentions(table, rows, entities, (kind) => kind !== "PLACE"),
    places: countMentions(table, rows, entities, (kind) => kind === "PLACE"),
  };
}

function count(rows: Int32Array, valueIn: (row: number) => string | null | undefined): Facet {
  const counts = new Map<string, number>();
  let none = 0;
  for (const row of rows) {
    const value = valueIn(row);
    if (value === null || value === undefined) none += 1;
    else counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return toFacet(counts, none);
}

function countMentions(
  table: ChunkTable,
  rows: Int32Array,
  entities: ReadonlyMap<number, EntityName>,
  isWanted: (kind: EntityKind) => boolean,
): Facet {
  const counts = new Map<string, number>();
  let none = 0;
  for (const row of rows) {
    const mentioned = (table.mentions[row] as readonly number[]).flatMap((key) => entities.get(key) ?? []);
    const wanted = mentioned.filter(({ kind }) => isWanted(kind));
    if (wanted.length === 0) none += 1;
    for (const { id } of wanted) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return toFacet(counts, none);
}

function readEntities(connection: Connection, keys: ReadonlySet<number>): ReadonlyMap<number, EntityName> {
  const known = [...keys].filter((key) => key !== NO_KEY);
  const rows = connection.all<EntityName>(
    "SELECT key, id, kind FROM entity WHERE key IN (SELECT value FROM json_each(?))",
    JSON.stringify(known),
  );
  return new Map(rows.map((row) => [row.key, row]));
}
