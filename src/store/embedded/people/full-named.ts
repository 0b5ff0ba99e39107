import { groupBy } from "../../../model/group-by.ts";
import { FullNamed, SAMPLE_ARTICLES } from "../../people/full-named.ts";
import type { Connection } from "../connection.ts";
import { readBeside } from "./beside.ts";

type NameColumn = "surname" | "first_name";

interface FullNamedRow {
  readonly article_id: string;
  readonly group_key: number;
  readonly entity_id: string;
  readonly first_name: string;
  readonly titles: string;
  readonly mention_count: number;
  readonly gender: string | null;
  readonly publisher_folded: string | null;
  readonly published_at: string | null;
}

/** The articles of a name's sample, by their largest id. */
export class SampleOfArticles {
  readonly #largest: string | null;

  constructor(connection: Connection, column: NameColumn, name: string) {
    const sql = `SELECT DISTINCT article_id FROM article_entity WHERE ${column} = ? AND surname IS NOT NULL
      ORDER BY article_id LIMIT 1 OFFSET ${SAMPLE_ARTICLES - 1}`;
    this.#largest = connection.column<string>(sql, name)[0] ?? null;
  }

  /** Whether an article that names somebody so called belongs to the sample. */
  wouldHold(articleId: string): boolean {
    return this.#largest === null || articleId <= this.#largest;
  }

  /** No id is above it. */
  get largest(): string {
    return this.#largest ?? "~";
  }
}

/** The people whose surname or first name a name is, by the sample of articles. */
export function readFullNamed(connection: Connection, name: string): readonly FullNamed[] {
  const bySurname = readByColumn(connection, "surname", name);
  const known = new Set(bySurname.map(({ id }) => id));
  return [...bySurname, ...readByColumn(connection, "first_name", name).filter(({ id }) => !known.has(id))];
}

function readByColumn(connection: Connection, column: NameColumn, name: string): readonly FullNamed[] {
  const { largest } = new SampleOfArticles(connection, column, name);
  const rows = connection.all<FullNamedRow>(
    `SELECT m.article_id, m.group_key, e.id AS entity_id, m.first_name, m.titles, m.mention_count,
       m.gender, a.publisher_folded, a.published_at
     FROM article_entity m JOIN name_group g ON g.key = m.group_key JOIN entity e ON e.key = g.entity_key
     JOIN article a ON a.id = m.article_id
     WHERE m.${column} = ? AND m.surname IS NOT NULL AND m.article_id <= ? ORDER BY m.id`,
    name,
    largest,
  );
  const beside = readBeside(
    connection,
    rows.map(({ article_id }) => article_id),
  );
  const groups = groupBy(rows, ({ entity_id }) => entity_id);
  return [...groups].map(([id, members]) => toFullNamed(id, members, column, beside));
}

function toFullNamed(
  id: string,
  rows: readonly FullNamedRow[],
  column: NameColumn,
  beside: ReadonlyMap<string, readonly number[]>,
): FullNamed {
  const seen = rows.map((row) => ({
    articleId: row.article_id,
    mentions: row.mention_count,
    titles: JSON.parse(row.titles),
    gender: row.gender,
    publisher: row.publisher_folded,
    publishedAt: row.published_at,
    beside: (beside.get(row.article_id) ?? []).filter((key) => key !== row.group_key),
  }));
  return new FullNamed(id, column === "first_name", seen, new Set(rows.map(({ first_name }) => first_name)));
}
