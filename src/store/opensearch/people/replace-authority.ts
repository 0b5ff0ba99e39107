import type { Indices } from "../indices.ts";
import { rejoin } from "../writing/index-change.ts";
import type { PlannedWrite } from "../writing/write-operation.ts";
import { moveMember } from "./article-members.ts";
import { type ArticlePeople, Directory } from "./directory.ts";
import type { KnownPeople } from "./known-people.ts";
import { settleAll } from "./settle-short-names.ts";

/**
 * Takes other people for those of the authority file, and joins everybody anew whom the old file or the new one may mean: a name
 * that is in neither means whom it meant.
 */
export async function replaceAuthority(
  indices: Indices,
  before: KnownPeople,
  after: KnownPeople,
): Promise<PlannedWrite> {
  const directory = new Directory(indices, after);
  const names = [...new Set([...before.authority.nameKeys, ...after.authority.nameKeys])];
  await directory.load([...before.authority.people, ...after.authority.people].map(({ entityId }) => entityId));
  const changed = new Set<string>();
  for (const id of names.length === 0 ? [] : await directory.articlesNaming(names)) {
    const [article] = await directory.articles([id]);
    if (article !== undefined && (await moveFullNames(directory, article)) !== article) changed.add(id);
  }
  for (const id of await settleAll(directory, names)) changed.add(id);
  return { documents: directory.operations(), rejoined: await rejoin(directory, [...changed]) };
}

async function moveFullNames(directory: Directory, article: ArticlePeople): Promise<ArticlePeople> {
  let moved = article;
  for (const { id } of article.members) {
    const member = moved.members.find((one) => one.id === id);
    if (!member?.person || member.kind !== "PERSON" || member.linkKey === null) continue;
    const entityId = directory.known.entityIdOf(member.groupId, "PERSON", member.person);
    if (entityId !== member.entityId) moved = await moveMember(directory, moved, member, entityId);
  }
  return moved;
}
