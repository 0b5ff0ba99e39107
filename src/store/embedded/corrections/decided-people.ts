import type { Correction, CorrectionChange } from "../../../model/correction.ts";
import type { EntityKind } from "../../../model/entity.ts";
import { speakerGroupId, splitGroupId } from "../../corrections/groups-by-hand.ts";
import type { PersonLink } from "../../quote-store.ts";
import type { Connection } from "../connection.ts";
import { authorityIdOf } from "../people/authority.ts";

/** By the id of a group of names, or of an entity, the entity that it was decided to be. */
export type Decisions = ReadonlyMap<string, string>;

/** Whether a correction says of anybody who it is, or what to call them. */
export const decidesWhoIsWho = (change: CorrectionChange): boolean =>
  change.kind === "RENAMED" || decidedBy(change).length > 0;

/** What the corrections decide, the later over the earlier. None closes a circle: who is somebody already needs not become it. */
export function decisionsOf(corrections: readonly Correction[]): Decisions {
  const decisions = new Map<string, string>();
  for (const { change } of corrections) {
    for (const [id, entityId] of decidedBy(change)) if (!leadsTo(decisions, entityId, id)) decisions.set(id, entityId);
  }
  return decisions;
}

function decidedBy(change: CorrectionChange): readonly (readonly [string, string])[] {
  switch (change.kind) {
    case "SPEAKER":
      return [[speakerGroupId(change.speaker.id), change.speaker.id]];
    case "MERGED":
      return change.people.map(({ id }) => [id, change.into.id]);
    case "SPLIT":
      return [true, false].map((isInFull) => [splitGroupId(change.into.id, isInFull), change.into.id]);
    default:
      return [];
  }
}

function leadsTo(decisions: Decisions, from: string, to: string): boolean {
  for (let at: string | undefined = from; at !== undefined; at = decisions.get(at)) if (at === to) return true;
  return false;
}

/** By the id of an entity the name that people gave it. */
export function decidedNamesOf(corrections: readonly Correction[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { change } of corrections) {
    if (change.kind === "SPLIT") names.set(change.into.id, change.into.name);
    if (change.kind === "RENAMED") names.set(change.person.id, change.name);
  }
  return names;
}

/** The entity that an id was decided to be, step by step: itself where nothing was. */
function followDecisions(connection: Connection, id: string): string {
  const next = decided(connection, id);
  return next === null ? id : followDecisions(connection, next);
}

/** The entity of a group of names as far as names alone tell: what people decided, else the authority file, else itself. */
export function entityIdOfGroup(
  connection: Connection,
  groupId: string,
  kind: EntityKind,
  person: Pick<PersonLink, "first" | "last"> | null,
): string {
  if (decided(connection, groupId) !== null) return followDecisions(connection, groupId);
  const known = kind === "PERSON" && person !== null ? authorityIdOf(connection, person) : null;
  return known === null ? groupId : followDecisions(connection, known);
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
