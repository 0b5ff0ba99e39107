import type { Facet, FacetName, FacetValue } from "../../../model/facet.ts";
import { ASSERTIONS, REPORTED } from "../../../model/quote.ts";
import { ROW_KINDS } from "../../../ranking/row-kinds.ts";
import type { Connection } from "../connection.ts";
import type { ChunkTable } from "./chunk-table.ts";
import type { EntitiesOfGroups } from "./entities-of-groups.ts";
import type { ListColumn } from "./list-column.ts";
import { NONE } from "./name-column.ts";

/** The rows that match, and which of what is said in rows the filter lets through. */
export interface FoundRows {
  readonly rows: readonly number[];
  /** For each entry of the statement columns 1 or 0. */
  readonly through: Uint8Array;
}

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
  found: FoundRows,
  { name, first }: { readonly name: FacetName; readonly first: number },
): Facet {
  const { rows } = found;
  const { kinds, assertions, reports } = table.statements;
  const ofStatements = (column: ArrayLike<number>) => tallyStatements(found, table, column);
  switch (name) {
    case "speakers":
      return ofEntities(connection, tallySpeakers(found, table, entities.current()), first);
    case "onBehalfOf":
      return ofEntities(connection, tallyOnBehalfOf(found, table, entities.current()), first);
    case "assertions":
      return ofNames(ofStatements(assertions.values), (place) => ASSERTIONS[place] as string, first);
    case "reports":
      return ofNames(ofStatements(reports.values), (place) => REPORTED[place] as string, first);
    case "entities":
      return ofEntities(connection, tallyLists(rows, table.mentions, entities.current()), first);
    case "places":
      return ofEntities(connection, tallyLists(rows, table.places, entities.current()), first);
    case "kinds":
      return ofNames(ofStatements(kinds.values), (kind) => ROW_KINDS[kind] as string, first);
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
function tallyColumn(rows: readonly number[], column: ArrayLike<number>): Tally {
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

/** A row counts once for each value that anything has which is said in it and let through. */
const tallyStatements = (found: FoundRows, table: ChunkTable, column: ArrayLike<number>): Tally =>
  tally(found, table, (entry, note) => note(column[entry] as number));

/** A row counts once for each entity that says any of what is let through, alone or with others. */
function tallySpeakers(found: FoundRows, table: ChunkTable, entities: Int32Array): Tally {
  const { speakers, coSpeakers } = table.statements;
  return tally(found, table, (entry, note) => {
    note(entityOf(entities, speakers.at(entry)));
    for (const other of coSpeakers.get(entry) ?? NOBODY) note(entityOf(entities, other));
  });
}

/** And once for each entity for which any of it is said. */
function tallyOnBehalfOf(found: FoundRows, table: ChunkTable, entities: Int32Array): Tally {
  const { onBehalfOf } = table.statements;
  return tally(found, table, (entry, note) => note(entityOf(entities, onBehalfOf.at(entry))));
}

const entityOf = (entities: Int32Array, group: number): number => (group === NONE ? NONE : (entities[group] ?? 0));

const NOBODY: readonly number[] = [];

/** Counts rows by the values that are told of what is said in them and let through, each value of a row once. */
function tally(
  { rows, through }: FoundRows,
  { statements }: ChunkTable,
  tell: (entry: number, note: (value: number) => void) => void,
): Tally {
  const counts = new Map<number, number>();
  const values: number[] = [];
  let none = 0;
  const note = (value: number) => {
    if (value !== NONE && !values.includes(value)) values.push(value);
  };
  for (const row of rows) {
    const { first, end } = statements.range(row, row + 1);
    values.length = 0;
    for (let entry = first; entry < end; entry++) if (through[entry] === 1) tell(entry, note);
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (values.length === 0) none += 1;
  }
  return { counts: [...counts], none };
}

/** A row counts once for each entity of its list, by however many groups of names it is there. */
function tallyLists(rows: readonly number[], lists: ListColumn, entities: Int32Array): Tally {
  const counts = new Map<number, number>();
  const { numbers } = lists;
  let none = 0;
  for (const row of rows) {
    const [start, end] = [lists.startOf(row), lists.endOf(row)];
    for (let i = start; i < end; i++) {
      const entity = entities[numbers[i] as number] ?? 0;
      if (!isAmong(entity, numbers, start, i, entities)) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
    if (start === end) none += 1;
  }
  return { counts: [...counts], none };
}

/** Whether a group of names before this place of a row's list is the same entity. */
function isAmong(entity: number, groups: Int32Array, start: number, end: number, entities: Int32Array): boolean {
  for (let i = start; i < end; i++) if (entities[groups[i] as number] === entity) return true;
  return false;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function readIds(connection: Connection, keys: readonly number[]): ReadonlyMap<number, string> {
  const rows = connection.all<{ readonly key: number; readonly id: string }>(
    "SELECT key, id FROM entity WHERE key IN (SELECT value FROM json_each(?))",
    JSON.stringify(keys),
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}
