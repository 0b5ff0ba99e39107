import type { Facet, FacetName, FacetValue } from "../../../model/facet.ts";
import { ASSERTIONS, REPORTED } from "../../../model/quote.ts";
import type { Connection } from "../connection.ts";
import { type ChunkTable, ROW_KINDS } from "./chunk-table.ts";
import type { EntitiesOfGroups } from "./entities-of-groups.ts";
import { NONE } from "./name-column.ts";

/** Each number that rows have, with how many have it, and how many have none. */
interface Tally {
  readonly counts: readonly (readonly [number: number, count: number])[];
  readonly none: number;
}

/** How rows divide by one of their properties: the `first` commonest values. */
export function countFacet(
  connection: Connection,
  table: ChunkTable,
  entities: EntitiesOfGroups,
  rows: Int32Array,
  { name, first }: { readonly name: FacetName; readonly first: number },
): Facet {
  switch (name) {
    case "speakers":
      return ofEntities(connection, tallySpeakers(rows, table, entities.current()), first);
    case "onBehalfOf":
      return ofEntities(connection, byEntity(tallyColumn(rows, table.onBehalfOf.values), entities.current()), first);
    case "assertions":
      return ofNames(tallyColumn(rows, table.assertions.values), (place) => ASSERTIONS[place] as string, first);
    case "reports":
      return ofNames(tallyColumn(rows, table.reports.values), (place) => REPORTED[place] as string, first);
    case "entities":
      return ofEntities(connection, tallyLists(rows, table.mentions, entities.current()), first);
    case "places":
      return ofEntities(connection, tallyLists(rows, table.places, entities.current()), first);
    case "kinds":
      return ofNames(tallyColumn(rows, table.kinds.values), (kind) => ROW_KINDS[kind] as string, first);
    case "publishers":
      return ofNames(tallyColumn(rows, table.publishers.numbers), (number) => table.publishers.nameOf(number), first);
    case "months":
      return ofNames(tallyColumn(rows, table.months.numbers), (number) => table.months.nameOf(number), first);
  }
}

/** @param tally By key. An entity that has left the index counts with the values that are not shown. */
function ofEntities(connection: Connection, tally: Tally, first: number): Facet {
  const commonest = [...tally.counts].sort(([, a], [, b]) => b - a).slice(0, first);
  const ids = readIds(
    connection,
    commonest.map(([key]) => key),
  );
  const values = commonest.flatMap(([key, count]) => {
    const value = ids.get(key);
    return value === undefined ? [] : [{ value, count }];
  });
  return toFacet(tally, values);
}

function ofNames({ counts, ...tally }: Tally, nameOf: (number: number) => string, first: number): Facet {
  const values = counts.map(([number, count]) => ({ value: nameOf(number), count }));
  const sorted = values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return toFacet({ counts, ...tally }, sorted.slice(0, first));
}

const toFacet = ({ counts, none }: Tally, values: readonly FacetValue[]): Facet => ({
  values,
  others: sum(counts.map(([, count]) => count)) - sum(values.map(({ count }) => count)),
  none,
});

/** By counting in an array: a map takes ten times as long. */
function tallyColumn(rows: Int32Array, column: ArrayLike<number>): Tally {
  let highest = NONE;
  for (let i = 0; i < rows.length; i++) highest = Math.max(highest, column[rows[i] as number] as number);
  const counts = new Uint32Array(highest + 1);
  let none = 0;
  for (let i = 0; i < rows.length; i++) {
    const number = column[rows[i] as number] as number;
    if (number === NONE) none += 1;
    else counts[number] = (counts[number] as number) + 1;
  }
  const held: [number, number][] = [];
  counts.forEach((count, number) => {
    if (count > 0) held.push([number, count]);
  });
  return { counts: held, none };
}

/** A row counts once for each entity of those who speak together, few as these rows are. */
function tallySpeakers(rows: Int32Array, { speakers, coSpeakers }: ChunkTable, entities: Int32Array): Tally {
  const { counts, none } = byEntity(tallyColumn(rows, speakers.values), entities);
  if (coSpeakers.size === 0) return { counts, none };
  const all = new Map(counts);
  for (const row of rows) {
    const speaker = entities[speakers.at(row)] ?? 0;
    const together = new Set(coSpeakers.get(row)?.map((group) => entities[group] ?? 0));
    for (const entity of together) if (entity !== speaker) all.set(entity, (all.get(entity) ?? 0) + 1);
  }
  return { counts: [...all], none };
}

/** What is counted by group of names, with all groups of one entity together. */
function byEntity({ counts, none }: Tally, entities: Int32Array): Tally {
  const ofEntity = new Map<number, number>();
  for (const [group, count] of counts) {
    const entity = entities[group] ?? 0;
    ofEntity.set(entity, (ofEntity.get(entity) ?? 0) + count);
  }
  return { counts: [...ofEntity], none };
}

/** A row counts once for each entity of its list, by however many groups of names it is there. */
function tallyLists(rows: Int32Array, lists: readonly (readonly number[])[], entities: Int32Array): Tally {
  const counts = new Map<number, number>();
  let none = 0;
  for (const row of rows) {
    const list = lists[row] as readonly number[];
    for (const [i, group] of list.entries()) {
      const entity = entities[group] ?? 0;
      const isCounted = list.findIndex((other) => entities[other] === entity) < i;
      if (!isCounted) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
    if (list.length === 0) none += 1;
  }
  return { counts: [...counts], none };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function readIds(connection: Connection, keys: readonly number[]): ReadonlyMap<number, string> {
  const rows = connection.all<{ readonly key: number; readonly id: string }>(
    "SELECT key, id FROM entity WHERE key IN (SELECT value FROM json_each(?))",
    JSON.stringify(keys),
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}
