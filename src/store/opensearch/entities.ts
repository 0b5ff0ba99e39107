import { inOrderOfTime, type NamedIn } from "../../model/correction.ts";
import type { Entity } from "../../model/entity.ts";
import { nameWords } from "../../model/name-words.ts";
import { decisionsOf } from "../corrections/decided-people.ts";
import type { EntityFilter, Page, PageRequest } from "../quote-store.ts";
import type { Query } from "./cluster/cluster.ts";
import { standingOfPeople } from "./corrections/standing-corrections.ts";
import type { ArticleDocument } from "./documents/article-document.ts";
import type { EntityDocument } from "./documents/entity-document.ts";
import type { Indices } from "./indices.ts";
import { allOf } from "./publication-query.ts";
import { beginsAName, similarWords } from "./similar-words.ts";
import { readPage, type SortedList } from "./sorted-page.ts";

const MOST_MENTIONED_FIRST: SortedList = {
  name: "entities",
  kind: "entities",
  sort: [{ mentionCount: "desc" }, { id: "asc" }],
  source: ["record.entity"],
};

/** Each by its own id, an earlier one, or that of any of its members. */
export async function readEntities(indices: Indices, ids: readonly string[]): Promise<readonly (Entity | null)[]> {
  const direct = await entitiesById(indices, ids);
  const led = await idsThatLead(
    indices,
    ids.filter((id) => !direct.has(id)),
  );
  const others = await entitiesById(indices, [...led.values()]);
  return ids.map((id) => direct.get(id) ?? others.get(led.get(id) ?? "") ?? null);
}

/** The ids of the entities that ids stand for; the unknown ones are left out. */
export async function entityIdsOf(indices: Indices, ids: readonly string[]): Promise<readonly string[]> {
  return [...new Set((await entityIdOfEach(indices, ids)).filter((id) => id !== null))];
}

/** For each id that of its entity, null for the unknown ones. */
export async function entityIdOfEach(indices: Indices, ids: readonly string[]): Promise<readonly (string | null)[]> {
  const direct = await indices.get<unknown>("entities", ids, ["id"]);
  const led = await idsThatLead(
    indices,
    ids.filter((id) => !direct.has(id)),
  );
  return ids.map((id) => (direct.has(id) ? id : (led.get(id) ?? null)));
}

async function entitiesById(indices: Indices, ids: readonly string[]): Promise<ReadonlyMap<string, Entity>> {
  const read = await indices.get<EntityDocument>("entities", ids, ["record.entity"]);
  return new Map([...read].map(([id, { record }]) => [id, record.entity]));
}

/** By ids that are no entity's, or no more, those of the entities that they lead to. */
async function idsThatLead(indices: Indices, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const joined = await idsOfMembers(indices, ids);
  const decided = await idsDecided(
    indices,
    ids.filter((id) => !joined.has(id)),
  );
  return new Map([...joined, ...decided]);
}

/** By ids of groups of names, and of what articles name, the ids of the entities that they are joined into. */
async function idsOfMembers(indices: Indices, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = new Set(ids);
  const size = Math.min(ids.length, MOST_AT_ONCE);
  const [ofGroups, ofMembers] = await indices.searchAll<Partial<EntityDocument & ArticleDocument>>([
    { kind: "entities", body: { query: { terms: { groups: ids } }, size, _source: ["record.counts.groups"] } },
    {
      kind: "articles",
      body: { query: { terms: { memberIds: ids } }, size, _source: ["members.id", "members.entityId"] },
    },
  ]);
  const groups = ofGroups?.hits.hits.flatMap(({ _id, _source }) =>
    (_source.record?.counts.groups ?? []).map(([group]) => [group, _id] as const),
  );
  const members = ofMembers?.hits.hits.flatMap(({ _source }) =>
    (_source.members ?? []).map(({ id, entityId }) => [id, entityId] as const),
  );
  return new Map([...(members ?? []), ...(groups ?? [])].filter(([id]) => wanted.has(id)));
}

/** By ids of those of whom people decided that they are somebody else the ids of these. */
async function idsDecided(indices: Indices, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const standing = await standingOfPeople(indices);
  const decisions = decisionsOf(standing.map(({ correction }) => correction).sort(inOrderOfTime));
  const decided = ids.flatMap((id) => {
    const entityId = decisions.get(id);
    return entityId === undefined ? [] : [[id, entityId] as const];
  });
  const there = await indices.get<unknown>("entities", [...new Set(decided.map(([, entityId]) => entityId))], ["id"]);
  return new Map(decided.filter(([, entityId]) => there.has(entityId)));
}

const MOST_AT_ONCE = 10_000;

/** By which names these articles call an entity. */
export async function readNamesIn(
  indices: Indices,
  id: string,
  articleIds: readonly string[],
): Promise<readonly NamedIn[]> {
  const [entityId] = await entityIdsOf(indices, [id]);
  const read = await indices.get<Pick<ArticleDocument, "members">>("articles", articleIds, ["members"]);
  return [...read].sort(byKey).flatMap(([articleId, { members }]) => {
    const meant = members.filter((member) => member.entityId === entityId && member.mentionCount > 0);
    return [...new Set(meant.map(({ name }) => name))].sort().map((name) => ({ articleId, name }));
  });
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

export async function listEntities(indices: Indices, filter: EntityFilter, page: PageRequest): Promise<Page<Entity>> {
  const words = nameWords(filter.query ?? "");
  const strict = await readEntityPage(indices, filter, words.map(beginsWith), page);
  if (strict.total > 0 || words.length === 0) return strict;
  return readEntityPage(indices, filter, await forgivingWords(indices, words), page);
}

/** @param words Conditions that some one name has to meet, all of them. */
async function readEntityPage(
  indices: Indices,
  filter: EntityFilter,
  words: readonly Query[],
  page: PageRequest,
): Promise<Page<Entity>> {
  const query = allOf([
    ...(filter.kind === undefined ? [] : [{ term: { kind: filter.kind } }]),
    ...(filter.article === undefined ? [] : [{ terms: { id: await entitiesOfArticle(indices, filter.article) } }]),
    ...(words.length === 0 ? [] : [{ nested: { path: "names", query: { bool: { filter: words } } } }]),
  ]);
  return readPage(indices, MOST_MENTIONED_FIRST, query, page, ({ record }: EntityDocument) => record.entity);
}

async function entitiesOfArticle(indices: Indices, articleId: string): Promise<readonly string[]> {
  const read = await indices.get<{ readonly entities: readonly string[] }>("articles", [articleId], ["entities"]);
  return read.get(articleId)?.entities ?? [];
}

const beginsWith = (word: string): Query => ({ prefix: { "names.words": word } });

/** A word that begins some name is meant as it stands; another stands for those nearest to it. */
const forgivingWords = (indices: Indices, words: readonly string[]): Promise<readonly Query[]> =>
  Promise.all(
    words.map(async (word) =>
      (await beginsAName(indices, word))
        ? beginsWith(word)
        : { terms: { "names.words": await similarWords(indices, word) } },
    ),
  );
