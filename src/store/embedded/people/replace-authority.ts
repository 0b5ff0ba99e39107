import type { AuthorityPerson } from "../../quote-store.ts";
import { settleMembers } from "../article-members.ts";
import type { Connection } from "../connection.ts";
import { entityIdOfGroup } from "../corrections/decided-people.ts";
import { entityOf, moveGroup } from "../name-groups.ts";
import { nothingToSettle, type ToSettle } from "../to-settle.ts";
import { writeAuthority } from "./authority.ts";
import { settleAllShortNames } from "./settle-short-names.ts";

interface PersonGroup {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly first_name: string;
  readonly surname: string;
}

/** Takes other people for those of the authority file, and joins everybody anew: as long as all people take. */
export function replaceAuthority(connection: Connection, people: readonly AuthorityPerson[]): void {
  const toSettle = nothingToSettle();
  noteThoseOfTheFile(connection, toSettle);
  writeAuthority(connection, people);
  noteThoseOfTheFile(connection, toSettle);
  moveFullNames(connection, toSettle);
  settleAllShortNames(connection, toSettle);
  settleMembers(connection, toSettle);
}

function noteThoseOfTheFile(connection: Connection, { entities }: ToSettle): void {
  const sql = "SELECT e.key FROM entity e JOIN authority_person p ON p.entity_id = e.id";
  for (const key of connection.column<number>(sql)) entities.add(key);
}

function moveFullNames(connection: Connection, toSettle: ToSettle): void {
  const groups = connection.all<PersonGroup>(
    `SELECT g.key, g.id, m.name, m.first_name, m.surname FROM name_group g
     JOIN article_entity m ON m.id = (SELECT id FROM article_entity WHERE group_key = g.key ORDER BY id LIMIT 1)
     WHERE g.kind = 'PERSON' AND g.link_key IS NOT NULL AND m.surname IS NOT NULL`,
  );
  for (const { key, id, name, first_name, surname } of groups) {
    const entityId = entityIdOfGroup(connection, id, "PERSON", { first: first_name, last: surname });
    moveGroup(connection, key, entityOf(connection, "PERSON", entityId, name), toSettle);
  }
}
