import type { SeenPerson } from "../../people/candidate.ts";
import type { Connection } from "../connection.ts";
import { readBeside } from "./beside.ts";

/** A person whom an article names without a first name. */
export interface ShortName {
  readonly groupKey: number;
  readonly groupId: string;
  readonly name: string;
  /** An initial, where the article gives one. */
  readonly first: string | null;
  readonly last: string;
  readonly seen: SeenPerson;
}

interface ShortNameRow {
  readonly group_key: number;
  readonly group_id: string;
  readonly article_id: string;
  readonly name: string;
  readonly first_name: string | null;
  readonly titles: string;
  readonly mention_count: number;
  readonly gender: string | null;
  readonly publisher_folded: string | null;
  readonly published_at: string | null;
}

/** Those called so, in all articles or in these alone. */
export function readShortNames(
  connection: Connection,
  name: string,
  articleIds: ReadonlySet<string> | null = null,
): readonly ShortName[] {
  const rows = connection.all<ShortNameRow>(
    `SELECT m.group_key, g.id AS group_id, m.article_id, m.name, m.first_name, m.titles, m.mention_count, m.gender,
       a.publisher_folded, a.published_at
     FROM article_entity m JOIN name_group g ON g.key = m.group_key JOIN article a ON a.id = m.article_id
     WHERE m.short_name = ? ORDER BY m.id`,
    name,
  );
  const wanted = rows.filter(({ article_id }) => articleIds === null || articleIds.has(article_id));
  const beside = readBeside(
    connection,
    wanted.map(({ article_id }) => article_id),
  );
  return wanted.map((row) => ({
    groupKey: row.group_key,
    groupId: row.group_id,
    name: row.name,
    first: row.first_name,
    last: name,
    seen: {
      articleId: row.article_id,
      mentions: row.mention_count,
      titles: JSON.parse(row.titles),
      gender: row.gender,
      publisher: row.publisher_folded,
      publishedAt: row.published_at,
      beside: beside.get(row.article_id) ?? [],
    },
  }));
}
