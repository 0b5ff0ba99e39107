import type { Correction, CorrectionChange } from "../../model/correction.ts";
import { speakerGroupId, splitGroupId } from "./groups-by-hand.ts";

/** By the id of a group of names, or of an entity, the entity that it is in the end by what was decided. */
export type Decisions = ReadonlyMap<string, string>;

/** By the id of an entity the name that people gave it. */
export type DecidedNames = ReadonlyMap<string, string>;

/** Whether a correction says of anybody who it is, or what to call them. */
export const decidesWhoIsWho = (change: CorrectionChange): boolean =>
  change.kind === "RENAMED" || decidedBy(change).length > 0;

/** What the corrections decide, the later over the earlier. None closes a circle: who is somebody already needs not become it. */
export function decisionsOf(corrections: readonly Correction[]): Decisions {
  const steps = new Map<string, string>();
  for (const { change } of corrections) {
    for (const [id, entityId] of decidedBy(change)) if (!wayFrom(steps, entityId).includes(id)) steps.set(id, entityId);
  }
  return new Map([...steps].map(([id, next]) => [id, wayFrom(steps, id).at(-1) ?? next]));
}

/** An id, what that was decided to be, what this was, and so on to the end. */
function wayFrom(steps: ReadonlyMap<string, string>, id: string): readonly string[] {
  const way = [id];
  for (let next = steps.get(id); next !== undefined; next = steps.get(next)) way.push(next);
  return way;
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

export function decidedNamesOf(corrections: readonly Correction[]): DecidedNames {
  const names = new Map<string, string>();
  for (const { change } of corrections) {
    if (change.kind === "SPLIT") names.set(change.into.id, change.into.name);
    if (change.kind === "RENAMED") names.set(change.person.id, change.name);
  }
  return names;
}

/** Ids for which something else is decided than before, with whom they were and whom they are. */
export function decidedOtherwise(before: Decisions, after: Decisions): readonly string[] {
  const differing = differingKeys(before, after);
  const whom = differing.flatMap((id) => [before.get(id), after.get(id)]);
  return [...differing, ...whom.filter((id) => id !== undefined)];
}

/** Those for which two tables say different things. */
export const differingKeys = (before: Decisions, after: Decisions): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));

/** Gives the entity that a group of names, or an entity, is by what was decided; null where nothing decides. */
export type LookUpDecision = (id: string) => string | null;

/**
 * The entity of a group of names as far as names alone tell: what people decided, else the authority file, else itself.
 * @param known The id of the person whom the authority file knows by the name.
 */
export function entityIdOfGroup(groupId: string, decided: LookUpDecision, known: () => string | null): string {
  const entityId = decided(groupId);
  if (entityId !== null) return entityId;
  const knownId = known();
  return knownId === null ? groupId : (decided(knownId) ?? knownId);
}
