import type { Connection } from "../../connection.ts";
import { type Finding, FindingList } from "../finding.ts";

const MEMBERS = "FROM article_entity m JOIN name_group g ON g.key = m.group_key WHERE g.entity_key = e.key";

const COUNTS: readonly (readonly [string, string])[] = [
  ["mentions", `e.mention_count <> (SELECT COALESCE(SUM(m.mention_count), 0) ${MEMBERS})`],
  ["quotes", `e.quote_count <> (SELECT COALESCE(SUM(m.quote_count), 0) ${MEMBERS})`],
  ["articles", `e.article_count <> (SELECT COUNT(DISTINCT m.article_id) ${MEMBERS})`],
];

/** What is told of each person, body and place in numbers is what its articles add up to. */
export function checkCounts(connection: Connection): readonly Finding[] {
  const list = new FindingList("counts");
  for (const [what, wrong] of COUNTS) {
    for (const id of connection.column<string>(`SELECT e.id FROM entity e WHERE ${wrong}`)) {
      list.add(`The number of somebody's ${what} is wrong`, id);
    }
  }
  return list.findings;
}
