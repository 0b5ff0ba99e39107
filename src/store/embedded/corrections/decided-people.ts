import type { EntityKind } from "../../../model/entity.ts";
import { entityIdOfGroup as entityIdBy } from "../../corrections/decided-people.ts";
import type { PersonLink } from "../../quote-store.ts";
import type { Connection } from "../connection.ts";
import { authorityIdOf } from "../people/authority.ts";

/** The entity of a group of names as far as names alone tell: what people decided, else the authority file, else itself. */
export function entityIdOfGroup(
  connection: Connection,
  groupId: string,
  kind: EntityKind,
  person: Pick<PersonLink, "first" | "last"> | null,
): string {
  const known = () => (kind === "PERSON" && person !== null ? authorityIdOf(connection, person) : null);
  return entityIdBy(groupId, (id) => decided(connection, id), known);
}

export const isDecided = (connection: Connection, groupId: string): boolean => decided(connection, groupId) !== null;

export function decidedName(connection: Connection, entityId: string): string | null {
  const sql = "SELECT name FROM decided_name WHERE entity_id = ?";
  return connection.get<{ readonly name: string }>(sql, entityId)?.name ?? null;
}

function decided(connection: Connection, id: string): string | null {
  const sql = "SELECT entity_id FROM decided_person WHERE id = ?";
  return connection.get<{ readonly entity_id: string }>(sql, id)?.entity_id ?? null;
}
