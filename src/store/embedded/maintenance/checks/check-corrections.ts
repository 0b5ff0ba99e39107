import { type Quote, speakersOf } from "../../../../model/quote.ts";
import type { ArticleReading } from "../../../corrections/article-reading.ts";
import { correctArticle } from "../../../corrections/correct-article.ts";
import {
  type DecidedNames,
  type Decisions,
  decidedNamesOf,
  decisionsOf,
  differingKeys,
} from "../../../corrections/decided-people.ts";
import { groupIdOf } from "../../../corrections/groups-by-hand.ts";
import { articlesCorrected } from "../../../corrections/what-is-corrected.ts";
import type { Connection } from "../../connection.ts";
import { standingCorrections, standingInArticle } from "../../corrections/correction-rows.ts";
import { readFound } from "../../corrections/found-article.ts";
import { type Finding, FindingList } from "../finding.ts";

/** Who is who, and what is told of each article that people put right, follows from the corrections that stand and from what was found. */
export function checkCorrections(connection: Connection): readonly Finding[] {
  const list = new FindingList("corrections");
  const standing = standingCorrections(connection);
  const people = readDecided(connection, "SELECT id AS key, entity_id AS value FROM decided_person");
  for (const id of differingKeys(people, decisionsOf(standing))) list.add("Somebody is not who people decided", id);
  const names = readDecided(connection, "SELECT entity_id AS key, name AS value FROM decided_name");
  for (const id of differingKeys(names, decidedNamesOf(standing)))
    list.add("Somebody is not called as people decided", id);
  for (const id of articlesPutRight(connection))
    if (!tellsWhatStands(connection, id)) list.add("An article does not tell what people put right in it", id);
  return list.findings;
}

function readDecided(connection: Connection, sql: string): Decisions | DecidedNames {
  const rows = connection.all<{ readonly key: string; readonly value: string }>(sql);
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/** Those for which what was found is kept, and those that corrections are about. */
function articlesPutRight(connection: Connection): ReadonlySet<string> {
  const kept = connection.column<string>("SELECT article_id FROM article_found");
  return new Set([...kept, ...standingCorrections(connection).flatMap(({ change }) => [...articlesCorrected(change)])]);
}

function tellsWhatStands(connection: Connection, articleId: string): boolean {
  const found = readFound(connection, articleId);
  if (found === null) return true;
  const { reading } = correctArticle(found, standingInArticle(connection, articleId));
  return JSON.stringify(toldOf(reading)) === JSON.stringify(readTold(connection, articleId));
}

/** Of a quote its id, its assertion, its confidence, and the ids of the groups of names by which it is said. */
type ToldQuote = readonly [string, string, number, readonly string[]];

function toldOf({ quotes, entities }: ArticleReading): readonly ToldQuote[] {
  const groups = new Map(entities.map((entity) => [entity.id, groupIdOf(entity)]));
  return quotes
    .map((quote): ToldQuote => {
      const speakers = [...new Set(speakersOf(quote).flatMap((id) => groups.get(id) ?? []))];
      return [quote.id, quote.assertion, quote.confidence, speakers];
    })
    .sort(byId);
}

function readTold(connection: Connection, articleId: string): readonly ToldQuote[] {
  const rows = connection.all<Pick<Quote, "id" | "assertion" | "confidence"> & { readonly groups: string }>(
    `SELECT q.id, q.assertion, q.confidence, (SELECT json_group_array(g.id ORDER BY s.place) FROM quote_speaker s
       JOIN name_group g ON g.key = s.group_key WHERE s.quote_id = q.id) AS groups
     FROM quote q WHERE q.article_id = ?`,
    articleId,
  );
  return rows
    .map(({ id, assertion, confidence, groups }): ToldQuote => [id, assertion, confidence, JSON.parse(groups)])
    .sort(byId);
}

const byId = ([a]: ToldQuote, [b]: ToldQuote): number => (a < b ? -1 : 1);
