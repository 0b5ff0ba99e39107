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
  const speakers = countOf(rows, table.speakers.values);
  const mentions = countMentioned(table, rows);
  const entities = readEntities(connection, new Set([...speakers.keys(), ...mentions.keys()]));
  const articles = [...countOf(rows, table.articleOf.values)].map(
    ([place, count]) => [table.articles[place]?.article, count] as const,
  );
  const isPlace = (key: number) => entities.get(key)?.kind === "PLACE";
  const isOther = (key: number) => entities.has(key) && !isPlace(key);
  const mentionFacet = (isWanted: (key: number) => boolean) =>
    facetOf(
      [...mentions].filter(([key]) => isWanted(key)).map(([key, count]) => [entities.get(key)?.id, count]),
      countWithout(table, rows, isWanted),
    );
  return {
    speakers: facetOf([...speakers].map(([key, count]) => [entities.get(key)?.id, count])),
    publishers: facetOf(articles.map(([article, count]) => [article?.publisher, count])),
    kinds: facetOf([...countOf(rows, table.kinds.values)].map(([kind, count]) => [ROW_KINDS[kind], count])),
    months: facetOf(articles.map(([article, count]) => [article?.publishedAt?.slice(0, "2024-03".length), count])),
    entities: mentionFacet(isOther),
    places: mentionFacet(isPlace),
  };
}

/** How many of the rows have each number in a column. */
function countOf(rows: Int32Array, column: ArrayLike<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const value = column[row] as number;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** How many of the rows mention each entity, by its key. */
function countMentioned({ mentions }: ChunkTable, rows: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const key of mentions[row] as readonly number[]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** How many of the rows mention none that is wanted. */
function countWithout({ mentions }: ChunkTable, rows: Int32Array, isWanted: (key: number) => boolean): number {
  let count = 0;
  for (const row of rows) if (!(mentions[row] as readonly number[]).some(isWanted)) count += 1;
  return count;
}

/** @param counted Values that are the same are added up; those that are none count as none. */
function facetOf(counted: readonly (readonly [value: string | null | undefined, count: number])[], none = 0): Facet {
  const counts = new Map<string, number>();
  let without = none;
  for (const [value, count] of counted) {
    if (value === null || value === undefined) without += count;
    else counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return toFacet(counts, without);
}

function readEntities(connection: Connection, keys: ReadonlySet<number>): ReadonlyMap<number, EntityName> {
  const known = [...keys].filter((key) => key !== NO_KEY);
  const rows = connection.all<EntityName>(
    "SELECT key, id, kind FROM entity WHERE key IN (SELECT value FROM json_each(?))",
    JSON.stringify(known),
  );
  return new Map(rows.map((row) => [row.key, row]));
}
