import type { Correction } from "../../../model/correction.ts";
import type { EntityKind } from "../../../model/entity.ts";
import { decidedNamesOf, decidedOtherwise, decisionsOf, differingKeys } from "../../corrections/decided-people.ts";
import { noteFullName, noteShortName } from "../../people/names-to-settle.ts";
import type { Connection } from "../connection.ts";
import { entityOf, moveGroup } from "../name-groups.ts";
import type { ToSettle } from "../to-settle.ts";
import { entityIdOfGroup, isDecided } from "./decided-people.ts";

interface GroupRow {
  readonly key: number;
  readonly id: string;
  readonly kind: EntityKind;
  readonly link_key: string | null;
}

interface GroupMember {
  readonly article_id: string;
  readonly name: string;
  readonly first_name: string | null;
  readonly surname: string | null;
  readonly short_name: string | null;
}

/** Decides anew who is who by the corrections that stand, and moves the groups of names for which that is somebody else now. */
export function refreshDecisions(connection: Connection, standing: readonly Correction[], toSettle: ToSettle): void {
  const [people, names] = [decisionsOf(standing), decidedNamesOf(standing)];
  const changed = [
    ...decidedOtherwise(replaceRows(connection, DECIDED_PEOPLE, people), people),
    ...differingKeys(replaceRows(connection, DECIDED_NAMES, names), names),
  ];
  if (changed.length === 0) return;
  const ids = JSON.stringify(changed);
  for (const key of connection.column<number>(
    "SELECT key FROM entity WHERE id IN (SELECT value FROM json_each(?))",
    ids,
  )) {
    toSettle.entities.add(key);
  }
  for (const group of groupsAt(connection, ids)) settleGroup(connection, group, toSettle);
}

interface DecisionTable {
  readonly table: "decided_person" | "decided_name";
  readonly key: string;
  readonly value: string;
}

const DECIDED_PEOPLE: DecisionTable = { table: "decided_person", key: "id", value: "entity_id" };
const DECIDED_NAMES: DecisionTable = { table: "decided_name", key: "entity_id", value: "name" };

/** Makes the table what it should be, and gives what it was. */
function replaceRows(
  connection: Connection,
  { table, key, value }: DecisionTable,
  after: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const rows = connection.all<{ readonly key: string; readonly value: string }>(
    `SELECT ${key} AS key, ${value} AS value FROM ${table}`,
  );
  connection.run(`DELETE FROM ${table}`);
  for (const [id, decided] of after) connection.run(`INSERT INTO ${table} VALUES (?, ?)`, id, decided);
  return new Map(rows.map((row) => [row.key, row.value]));
}

/** The groups with one of these ids, and those that are part of an entity with one, or of what such an entity has become. */
function groupsAt(connection: Connection, ids: string): readonly GroupRow[] {
  return connection.all<GroupRow>(
    `WITH asked (id) AS (SELECT value FROM json_each(?))
     SELECT key, id, kind, link_key FROM name_group
     WHERE id IN (SELECT id FROM asked)
       OR entity_key IN (SELECT entity_key FROM entity_id WHERE id IN (SELECT id FROM asked))`,
    ids,
  );
}

/** Names without a first name are weighed anew where nothing decides, and so are those of people who moved. */
function settleGroup(connection: Connection, { key, id, kind, link_key }: GroupRow, toSettle: ToSettle): void {
  const members = connection.all<GroupMember>(
    "SELECT article_id, name, first_name, surname, short_name FROM article_entity WHERE group_key = ? ORDER BY id",
    key,
  );
  const [first] = members;
  if (first === undefined) return;
  const last = first.surname ?? first.short_name;
  if (link_key !== null || last === null || isDecided(connection, id)) {
    const person = last === null ? null : { first: first.first_name, last };
    const entityId = entityIdOfGroup(connection, id, kind, person);
    moveGroup(connection, key, entityOf(connection, kind, entityId, first.name), toSettle);
  }
  for (const { article_id, first_name, surname, short_name } of members) {
    if (surname !== null) noteFullName(toSettle.names, article_id, [first_name, surname]);
    else if (short_name !== null) noteShortName(toSettle.names, article_id, short_name);
  }
}
