import type { Connection } from "../connection.ts";
import { entityIdOfGroup } from "../corrections/decided-people.ts";
import type { MemberChange } from "../member-change.ts";
import { entityOf, moveGroup } from "../name-groups.ts";
import { type FullNamed, readFullNamed, SampleOfArticles } from "./full-named.ts";
import { readShortNames, type ShortName } from "./short-names.ts";
import { weighCandidates } from "./whom-a-name-means.ts";

/**
 * From this likelihood on a name is taken for the person. Of the people of PolNeAR train with their first names left out
 * 94 % of those tied at .6 are right and 86 % are found; 92 and 90 at .5, 97 and 78 at .8 (npm run train:people).
 */
const SURE = 0.6;
/** Less likely people are not worth telling of. */
const POSSIBLE = 0.1;
const MAX_POSSIBLE = 3;

/** Whom a name means: an entity's id, or those whom it may mean where nothing decides. */
interface Decision {
  readonly entityId: string;
  readonly mayBe: readonly string[];
}

/**
 * Ties names without a first name to the people whom they mean: those that are new, and all of a name for which the
 * people in full are others now.
 */
export function settleShortNames(connection: Connection, change: MemberChange): void {
  const settledAll = new Set<string>();
  for (const [name, articleIds] of change.fullNames) {
    if (!isShortName(connection, name) || !changesSample(connection, name, articleIds)) continue;
    settle(connection, name, readShortNames(connection, name), change);
    settledAll.add(name);
  }
  for (const [name, articleIds] of change.shortNames) {
    if (!settledAll.has(name)) settle(connection, name, readShortNames(connection, name, articleIds), change);
  }
}

/** All of them anew. */
export function settleAllShortNames(connection: Connection, change: MemberChange): void {
  const names = connection.column<string>(
    "SELECT DISTINCT short_name FROM article_entity WHERE short_name IS NOT NULL ORDER BY short_name",
  );
  for (const name of names) settle(connection, name, readShortNames(connection, name), change);
}

const isShortName = (connection: Connection, name: string): boolean =>
  connection.get("SELECT 1 FROM article_entity WHERE short_name = ? LIMIT 1", name) !== undefined;

/** Whether one of the articles is, or was, among those that tell how common the people so called are. */
function changesSample(connection: Connection, name: string, articleIds: ReadonlySet<string>): boolean {
  const samples = [
    new SampleOfArticles(connection, "surname", name),
    new SampleOfArticles(connection, "first_name", name),
  ];
  return [...articleIds].some((id) => samples.some((sample) => sample.wouldHold(id)));
}

function settle(connection: Connection, name: string, shortNames: readonly ShortName[], change: MemberChange): void {
  if (shortNames.length === 0) return;
  const people = readFullNamed(connection, name);
  for (const shortName of shortNames) {
    const { entityId, mayBe } = decide(connection, shortName, people);
    const entityKey = entityOf(connection, "PERSON", entityId, shortName.name);
    moveGroup(connection, shortName.groupKey, entityKey, change);
    connection.run("UPDATE name_group SET may_be = ? WHERE key = ?", JSON.stringify(mayBe), shortName.groupKey);
  }
}

function decide(connection: Connection, shortName: ShortName, people: readonly FullNamed[]): Decision {
  const known = entityIdOfGroup(connection, shortName.groupId, "PERSON", shortName);
  if (known !== shortName.groupId) return { entityId: known, mayBe: [] };
  const possible = people.filter(({ firstNames }) => agrees(shortName, firstNames));
  const weighed = weighCandidates(shortName.seen, possible);
  const [best] = weighed;
  if (best !== undefined && best.probability >= SURE) return { entityId: best.candidate.id, mayBe: [] };
  const mayBe = weighed.filter(({ probability }) => probability >= POSSIBLE).slice(0, MAX_POSSIBLE);
  return { entityId: shortName.groupId, mayBe: mayBe.map(({ candidate }) => candidate.id) };
}

/** "A. Rehn" is no Bo. */
function agrees({ first }: ShortName, firstNames: ReadonlySet<string>): boolean {
  return first === null || [...firstNames].some((name) => name.startsWith(first));
}
