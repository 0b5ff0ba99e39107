import type { NamesToSettle } from "../../people/names-to-settle.ts";
import { entityIdsOf } from "../entities.ts";
import type { Indices } from "../indices.ts";
import { moveMember, noteMember } from "../people/article-members.ts";
import type { ArticlePeople, Directory } from "../people/directory.ts";
import type { KnownPeople } from "../people/known-people.ts";

/** Articles whose people are read in one request. */
const AT_ONCE = 200;

/**
 * Moves whoever is somebody else by what people have decided now, and notes by which names they are called. Gives the articles that
 * were changed by it.
 * @param before Who was who by what had been decided before.
 */
export async function refreshDecisions(
  indices: Indices,
  directory: Directory,
  before: KnownPeople,
  names: NamesToSettle,
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  const ids = directory.known.decidedOtherwise(before);
  if (ids.length === 0) return changed;
  await directory.load(ids);
  const entityIds = [...ids, ...(await entityIdsOf(indices, ids))];
  const isAt = ({ groupId, entityId }: ArticlePeople["members"][number]) =>
    ids.includes(groupId) || entityIds.includes(entityId);
  const articleIds = await directory.articlesOf(ids, entityIds);
  for (let start = 0; start < articleIds.length; start += AT_ONCE) {
    for (const article of await directory.articles(articleIds.slice(start, start + AT_ONCE))) {
      const met = article.members.filter(isAt).map(({ id }) => id);
      if ((await settleMembers(directory, article, met, names)) !== article) changed.add(article.id);
    }
  }
  return changed;
}

/** Names without a first name are weighed anew where nothing decides, and so are those of people who moved. */
async function settleMembers(
  directory: Directory,
  article: ArticlePeople,
  memberIds: readonly string[],
  names: NamesToSettle,
): Promise<ArticlePeople> {
  let moved = article;
  for (const id of memberIds) {
    const member = moved.members.find((one) => one.id === id);
    if (member === undefined) continue;
    noteMember(names, member, article.id);
    const { linkKey, person, groupId, kind } = member;
    if (linkKey === null && person !== null && !directory.known.isDecided(groupId)) continue;
    const entityId = directory.known.entityIdOf(groupId, kind, person);
    if (entityId !== member.entityId) moved = await moveMember(directory, moved, member, entityId);
  }
  return moved;
}
