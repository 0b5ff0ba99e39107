import { decideWhom } from "../../people/decide-whom.ts";
import type { Connection } from "../connection.ts";
import { entityIdOfGroup } from "../corrections/decided-people.ts";
import { entityOf, moveGroup } from "../name-groups.ts";
import type { ToSettle } from "../to-settle.ts";
import { readFullNamed, SampleOfArticles } from "./full-named.ts";
import { readShortNames, type ShortName } from "./short-names.ts";

/**
 * Ties names without a first name to the people whom they mean: those that are new, and all of a name for which the
 * people in full are others now.
 */
export function settleShortNames(connection: Connection, toSettle: ToSettle): void {
  const settledAll = new Set<string>();
  for (const [name, articleIds] of toSettle.names.full) {
    if (!isShortName(connection, name) || !changesSample(connection, name, articleIds)) continue;
    settle(connection, name, readShortNames(connection, name), toSettle);
    settledAll.add(name);
  }
  for (const [name, articleIds] of toSettle.names.short) {
    if (!settledAll.has(name)) settle(connection, name, readShortNames(connection, name, articleIds), toSettle);
  }
}

/** All of them anew. */
export function settleAllShortNames(connection: Connection, toSettle: ToSettle): void {
  const names = connection.column<string>(
    "SELECT DISTINCT short_name FROM article_entity WHERE short_name IS NOT NULL ORDER BY short_name",
  );
  for (const name of names) settle(connection, name, readShortNames(connection, name), toSettle);
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

function settle(connection: Connection, name: string, shortNames: readonly ShortName[], toSettle: ToSettle): void {
  if (shortNames.length === 0) return;
  const people = readFullNamed(connection, name);
  for (const shortName of shortNames) {
    const known = entityIdOfGroup(connection, shortName.groupId, "PERSON", shortName);
    const { entityId, mayBe } = decideWhom(shortName, people, known === shortName.groupId ? null : known);
    const entityKey = entityOf(connection, "PERSON", entityId, shortName.name);
    moveGroup(connection, shortName.groupKey, entityKey, toSettle);
    connection.run("UPDATE name_group SET may_be = ? WHERE key = ?", JSON.stringify(mayBe), shortName.groupKey);
  }
}
