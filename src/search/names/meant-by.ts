import type { Entity } from "../../model/entity.ts";
import { isOneSlip } from "../../model/one-slip.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { type FoundName, findByNames } from "./find-by-names.ts";
import { differInSuffix, knownNames, matchName, surnameIn } from "./match-name.ts";
import { readName } from "./spoken-name.ts";

/** Whom an id or a name stands for. */
export interface Meant {
  /** As given, or the name behind the id. */
  readonly name: string;
  readonly entities: readonly Entity[];
  /** How the name led to each of them; none for an id. */
  readonly named: FoundName | null;
}

/** Each value as the id of an entity, or of what was joined into it, and else as a name. Two store calls, or four where a name is unknown. */
export async function findMeant(store: QuoteStore, idsOrNames: readonly string[]): Promise<readonly Meant[]> {
  if (idsOrNames.length === 0) return [];
  const byId = await store.entities(idsOrNames);
  const names = idsOrNames.filter((_, i) => !byId[i]);
  const found = names.length === 0 ? [] : await findByNames(store, names);
  const byName = new Map(names.map((name, i) => [name, found[i]]));
  return idsOrNames.map((value, i) => {
    const entity = byId[i];
    if (entity) return { name: entity.name, entities: [entity], named: null };
    const named = byName.get(value) ?? null;
    return { name: value, entities: named?.matches.map((match) => match.entity) ?? [], named };
  });
}

/**
 * Whether somebody may be the one who is meant: found by the id or name, one whom the name fits though a surer way found
 * another, or one of whom the index has no first name. The father of the one who is found is somebody else.
 */
export function mayBeMeant({ entities, named }: Meant, entity: Entity): boolean {
  if (entities.some(({ id }) => id === entity.id)) return true;
  if (named === null || entities.some((one) => areFatherAndSon(one, entity))) return false;
  return hasSurnameOnly(entity, named) || matchName(named.spoken, entity) !== null;
}

function areFatherAndSon(one: Entity, other: Entity): boolean {
  const [[name = []], [otherName = []]] = [knownNames(one), knownNames(other)];
  return one.kind === "PERSON" && other.kind === "PERSON" && differInSuffix(name, otherName);
}

/** "Okafor" of one article, where "Tom Okafor" is asked for. */
const hasSurnameOnly = (entity: Entity, { spoken }: FoundName): boolean =>
  entity.kind === "PERSON" &&
  knownNames(entity).every(({ length }) => length === 1) &&
  spoken.readings.some(({ words }) => knownNames(entity).some(([surname]) => surname === surnameIn(words)));

/** "Rhen" without a first name, where "Ana Rehn" is asked for: the surname with a slip, and nobody else's first name. */
export const mayBeMisspelt = (meant: Meant, entity: Entity): boolean =>
  entity.kind === "PERSON" &&
  knownNames(entity).every(([surname = "", ...more]) => {
    const isSlip = [...surnamesOf(meant)].some((own) => isOneSlip(surname, own));
    return more.length === 0 && isSlip;
  });

/** The surnames of those who are meant, folded, without apostrophes. */
export function surnamesOf({ name, named }: Meant): ReadonlySet<string> {
  const { readings } = named?.spoken ?? readName(name);
  return new Set(readings.flatMap(({ words }) => (words.length === 0 ? [] : surnameIn(words))));
}
