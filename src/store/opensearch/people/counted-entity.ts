import type { EntityKind } from "../../../model/entity.ts";
import type { NameUse } from "../../people/canonical-name.ts";
import type { TitleUse } from "../../people/distinct-titles.ts";
import type { Member } from "../documents/article-document.ts";

/** What the members of an entity add up to: adding one and taking one away costs the same however many others there are. */
export interface CountedEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly names: Map<string, Mutable<NameUse>>;
  /** By title and date. */
  readonly titles: Map<string, Mutable<TitleUse>>;
  /** How many members each of its groups of names in full has. */
  readonly groups: Map<string, number>;
  mentionCount: number;
  articleCount: number;
  quoteCount: number;
  /** Of a name without a first name that means nobody for sure: whom it may mean. */
  mayBe: readonly string[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const newEntity = (id: string, kind: EntityKind): CountedEntity => ({
  id,
  kind,
  names: new Map(),
  titles: new Map(),
  groups: new Map(),
  mentionCount: 0,
  articleCount: 0,
  quoteCount: 0,
  mayBe: [],
});

/** Adds what a member tells (1), or takes it away (-1). @param publishedAt Of its article. */
export function countMember(entity: CountedEntity, member: Member, publishedAt: string | null, sign: 1 | -1): void {
  const { name, aliases, titles, mentionCount, quoteCount, linkKey, groupId } = member;
  // A name without a first name is none for the person whom it was tied to.
  const isNamedInFull = linkKey !== null || groupId === entity.id;
  countName(entity, name, { uses: sign, full_uses: isNamedInFull ? sign : 0, mentions: sign * mentionCount });
  for (const alias of new Set(aliases)) {
    if (alias !== name) countName(entity, alias, { uses: sign, full_uses: 0, mentions: 0 });
  }
  for (const title of new Set(titles)) countTitle(entity, title, publishedAt ?? "", sign);
  if (linkKey !== null) addTo(entity.groups, groupId, sign);
  else if (sign < 0 && groupId === entity.id) entity.mayBe = [];
  entity.mentionCount += sign * mentionCount;
  entity.quoteCount += sign * quoteCount;
}

function countName(entity: CountedEntity, name: string, more: Omit<NameUse, "name">): void {
  const known = entity.names.get(name) ?? { name, uses: 0, full_uses: 0, mentions: 0 };
  known.uses += more.uses;
  known.full_uses += more.full_uses;
  known.mentions += more.mentions;
  if (known.uses === 0) entity.names.delete(name);
  else entity.names.set(name, known);
}

function countTitle(entity: CountedEntity, title: string, asOf: string, sign: 1 | -1): void {
  const key = JSON.stringify([title, asOf]);
  const known = entity.titles.get(key) ?? { title, asOf, uses: 0 };
  known.uses += sign;
  if (known.uses === 0) entity.titles.delete(key);
  else entity.titles.set(key, known);
}

function addTo(counts: Map<string, number>, key: string, sign: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + sign;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
