import { foldName } from "../../../model/fold-name.ts";
import { type Quote, speakersOf } from "../../../model/quote.ts";
import { groupIdOf } from "../../corrections/groups-by-hand.ts";
import { type NamesToSettle, noteFullName, noteShortName } from "../../people/names-to-settle.ts";
import type { IndexedArticle, LinkableEntity } from "../../quote-store.ts";
import type { Member } from "../documents/article-document.ts";
import { countMember } from "./counted-entity.ts";
import type { ArticlePeople, Directory } from "./directory.ts";

type ReadMembers = Pick<IndexedArticle, "article" | "quotes" | "entities">;

/** Adds an article's entities to what they are joined into, for now: names without a first name are settled later. */
export async function addMembers(directory: Directory, indexed: ReadMembers, names: NamesToSettle): Promise<void> {
  const groups = new Map(indexed.entities.map((entity) => [entity.id, groupIdOf(entity)]));
  const members = indexed.entities.map((entity) => toMember(directory, entity, indexed.quotes, groups));
  await directory.load(members.map(({ entityId }) => entityId));
  const { id, publisher, publishedAt } = indexed.article;
  directory.setArticle(id, {
    id,
    publisherFolded: publisher === null ? null : foldName(publisher),
    publishedAt,
    members,
  });
  for (const member of members) {
    countMember(await directory.entity(member.entityId, member.kind), member, publishedAt, 1);
    noteMember(names, member, id);
  }
  await countArticle(directory, members, 1);
}

/** Takes an article's entities out of what they are joined into. */
export async function removeMembers(directory: Directory, article: ArticlePeople, names: NamesToSettle): Promise<void> {
  await directory.load(article.members.map(({ entityId }) => entityId));
  for (const member of article.members) {
    countMember(await directory.entity(member.entityId, member.kind), member, article.publishedAt, -1);
    if (member.linkKey !== null) noteFullName(names, article.id, [member.person?.first, member.person?.last]);
  }
  await countArticle(directory, article.members, -1);
}

/** Makes a member part of another entity, and gives its article as it is then. */
export async function moveMember(
  directory: Directory,
  article: ArticlePeople,
  member: Member,
  entityId: string,
): Promise<ArticlePeople> {
  const from = await directory.entity(member.entityId, member.kind);
  const to = await directory.entity(entityId, member.kind);
  countMember(from, member, article.publishedAt, -1);
  countMember(to, { ...member, entityId }, article.publishedAt, 1);
  const isAlsoIn = (id: string) => article.members.some((other) => other !== member && other.entityId === id);
  if (!isAlsoIn(from.id)) from.articleCount -= 1;
  if (!isAlsoIn(to.id)) to.articleCount += 1;
  const members = article.members.map((other) => (other === member ? { ...member, entityId } : other));
  const moved = { ...article, members };
  directory.setArticle(article.id, moved);
  return moved;
}

/** @param groups By the id of each of the article's entities that of its group of names. */
function toMember(
  directory: Directory,
  entity: LinkableEntity,
  quotes: readonly Quote[],
  groups: ReadonlyMap<string, string>,
): Member {
  const { id, kind, name, aliases, titles, mentions, linkKey } = entity;
  const person = entity.person ?? null;
  const groupId = groupIdOf(entity);
  // Of several that are one group of names the first counts for all.
  const says = (quote: Quote) => speakersOf(quote).find((speaker) => groups.get(speaker) === groupId) === id;
  return {
    ...{ id, kind, name, aliases, titles, mentions, linkKey, person, groupId },
    mentionCount: mentions.length,
    quoteCount: quotes.filter(says).length,
    entityId: directory.known.entityIdOf(groupId, kind, person),
  };
}

/** An article counts once, however many of its members are joined into one. */
async function countArticle(directory: Directory, members: readonly Member[], sign: 1 | -1): Promise<void> {
  const kinds = new Map(members.map(({ entityId, kind }) => [entityId, kind]));
  for (const [id, kind] of kinds) (await directory.entity(id, kind)).articleCount += sign;
}

/** Notes by which names an article calls somebody whom something is to be settled for. */
export function noteMember(names: NamesToSettle, member: Member, articleId: string): void {
  if (member.person === null) return;
  if (member.linkKey === null) noteShortName(names, articleId, member.person.last);
  else noteFullName(names, articleId, [member.person.first, member.person.last]);
}
