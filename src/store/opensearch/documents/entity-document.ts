import type { Entity } from "../../../model/entity.ts";
import { foldName } from "../../../model/fold-name.ts";
import { nameWords } from "../../../model/name-words.ts";
import { titleHead } from "../../../model/title-words.ts";
import { canonicalName, type NameUse } from "../../people/canonical-name.ts";
import { distinctTitles, type TitleUse } from "../../people/distinct-titles.ts";
import { toAuthority } from "../../people/to-authority.ts";
import { type CountedEntity, newEntity } from "../people/counted-entity.ts";
import type { GivenPerson } from "../people/known-people.ts";

/** What an entity's members add up to, as it is kept. */
interface KeptCounts {
  readonly names: readonly NameUse[];
  readonly titles: readonly TitleUse[];
  readonly groups: readonly (readonly [string, number])[];
}

/** An entity as it is kept: as it is told of, and what that is made from. */
export interface EntityDocument {
  readonly record: { readonly entity: Entity; readonly counts: KeptCounts };
}

/** @param given What people and the authority file say of a person. */
export function entityDocument(
  record: CountedEntity,
  given: GivenPerson,
): EntityDocument & Readonly<Record<string, unknown>> {
  const names = [...record.names.values(), ...otherNamesGiven(record, given)].sort(
    (a, b) => b.uses - a.uses || (a.name < b.name ? -1 : 1),
  );
  const titles = [...record.titles.values()].sort((a, b) => compare(a.title, b.title) || compare(a.asOf, b.asOf));
  const counts = { names: [...record.names.values()], titles, groups: [...record.groups] };
  const all = names.map(({ name }) => name);
  return {
    record: { entity: toEntity(record, names, titles, given), counts },
    id: record.id,
    kind: record.kind,
    mentionCount: record.mentionCount,
    groups: [...record.groups.keys()],
    words: [...new Set(all.flatMap(nameWords))],
    titleHeads: [...new Set(titles.map(({ title }) => titleHead(title)))].filter((head) => head !== ""),
    names: all.map((name) => ({ folded: foldName(name), words: nameWords(name) })),
  };
}

/** So that the names that a person is given find them although no article uses them. */
function otherNamesGiven(record: CountedEntity, { decidedName, authority }: GivenPerson): readonly NameUse[] {
  const given = [decidedName ?? [], authority?.name ?? [], authority?.aliases ?? []].flat();
  return [...new Set(given)]
    .filter((name) => !record.names.has(name))
    .map((name) => ({ name, uses: 0, full_uses: 0, mentions: 0 }));
}

function toEntity(
  record: CountedEntity,
  names: readonly NameUse[],
  titles: readonly TitleUse[],
  { decidedName, authority }: GivenPerson,
): Entity {
  const name = decidedName ?? authority?.name ?? canonicalName(names);
  const told = (authority?.titles ?? []).map((title) => ({ title, asOf: null }));
  return {
    id: record.id,
    kind: record.kind,
    name,
    aliases: names.map((other) => other.name).filter((other) => other !== name),
    titles: [...told, ...distinctTitles(titles)],
    mayBe: record.mayBe,
    authority: authority && toAuthority(authority.born, authority.wikidata, authority.url),
    mentionCount: record.mentionCount,
    articleCount: record.articleCount,
    quoteCount: record.quoteCount,
  };
}

/** What the document was made from, to go on with. */
export function recordOf({ record: { entity, counts } }: EntityDocument): CountedEntity {
  return {
    ...newEntity(entity.id, entity.kind),
    names: new Map(counts.names.map((use) => [use.name, { ...use }])),
    titles: new Map(counts.titles.map((use) => [JSON.stringify([use.title, use.asOf]), { ...use }])),
    groups: new Map(counts.groups),
    mentionCount: entity.mentionCount,
    articleCount: entity.articleCount,
    quoteCount: entity.quoteCount,
    mayBe: entity.mayBe,
  };
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
