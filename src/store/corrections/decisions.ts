import type { Correction, CorrectionChange } from "../../model/correction.ts";
import { speakerGroupId, splitGroupId } from "./groups-by-hand.ts";

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
