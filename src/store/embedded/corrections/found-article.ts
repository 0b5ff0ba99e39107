import type { Mention } from "../../../model/entity.ts";
import type { Quote } from "../../../model/quote.ts";
import type { Span } from "../../../model/span.ts";
import { type ArticleReading, type KeptReading, toKept } from "../../corrections/article-reading.ts";
import type { LinkableEntity } from "../../quote-store.ts";
import { readArticles } from "../articles.ts";
import { readChunksOfArticles } from "../chunks.ts";
import type { Connection } from "../connection.ts";

/** Keeps what was found in an article whose tables tell something else; of all others the tables tell it. */
export function keepFound(connection: Connection, found: ArticleReading, isCorrected: boolean): void {
  const { id } = found.article;
  connection.run("DELETE FROM article_found WHERE article_id = ?", id);
  if (!isCorrected) return;
  connection.run("INSERT INTO article_found VALUES (?, ?)", id, JSON.stringify(toKept(found)));
}

/** What the extraction found in an article; null for one that is not in. */
export function readFound(connection: Connection, articleId: string): ArticleReading | null {
  const [article] = readArticles(connection, [articleId]);
  if (!article) return null;
  return { article, ...(keptFound(connection, articleId) ?? foundByTables(connection, articleId)) };
}

/** What was found in an article, where the tables tell something else; null where they tell it. */
export function keptFound(connection: Connection, articleId: string): KeptReading | null {
  const sql = "SELECT found FROM article_found WHERE article_id = ?";
  const row = connection.get<{ readonly found: string }>(sql, articleId);
  return row === undefined ? null : JSON.parse(row.found);
}

function foundByTables(connection: Connection, articleId: string): KeptReading {
  const members = connection.all<MemberRow>(
    `SELECT m.*, g.kind, g.link_key FROM article_entity m JOIN name_group g ON g.key = m.group_key
     WHERE m.article_id = ? ORDER BY m.rowid`,
    articleId,
  );
  const idOf = new Map([...members].reverse().map(({ group_key, id }) => [group_key, id]));
  const [chunks = []] = readChunksOfArticles(connection, [articleId]);
  return { quotes: foundQuotes(connection, articleId, idOf), entities: members.map(toEntity), chunks };
}

interface MemberRow {
  readonly id: string;
  readonly article_id: string;
  readonly group_key: number;
  readonly kind: LinkableEntity["kind"];
  readonly link_key: string | null;
  readonly name: string;
  readonly aliases: string;
  readonly titles: string;
  readonly mentions: string;
  readonly first_name: string | null;
  readonly surname: string | null;
  readonly short_name: string | null;
  readonly gender: "MALE" | "FEMALE" | null;
}

function toEntity(row: MemberRow): LinkableEntity {
  const last = row.surname ?? row.short_name;
  return {
    id: row.id,
    articleId: row.article_id,
    kind: row.kind,
    name: row.name,
    aliases: JSON.parse(row.aliases),
    titles: JSON.parse(row.titles),
    mentions: JSON.parse(row.mentions) as readonly Mention[],
    linkKey: row.link_key,
    person: last === null ? null : { first: row.first_name, last, gender: row.gender },
  };
}

interface FoundQuoteRow {
  readonly id: string;
  readonly kind: Quote["kind"];
  readonly spans: string;
  readonly cue: string | null;
  readonly speaker_mention: string | null;
  /** A JSON array of keys of groups of names. */
  readonly speakers: string;
  readonly behalf_key: number | null;
  readonly assertion: Quote["assertion"];
  readonly reports: Quote["reports"];
  readonly sentence: string;
  readonly confidence: number;
}

/** @param idOf By the key of a group of names that of the article's entities which speaks by it: the first of several. */
function foundQuotes(connection: Connection, articleId: string, idOf: ReadonlyMap<number, string>): readonly Quote[] {
  const rows = connection.all<FoundQuoteRow>(
    `SELECT q.*, (SELECT json_group_array(s.group_key ORDER BY s.place) FROM quote_speaker s WHERE s.quote_id = q.id) AS speakers
     FROM quote q WHERE q.article_id = ? ORDER BY q.ordinal`,
    articleId,
  );
  return rows.map((row) => {
    const [speakerId = null, ...coSpeakerIds] = (JSON.parse(row.speakers) as number[]).flatMap(
      (key) => idOf.get(key) ?? [],
    );
    return {
      id: row.id,
      articleId,
      kind: row.kind,
      spans: JSON.parse(row.spans),
      cue: spanOf(row.cue),
      speakerMention: spanOf(row.speaker_mention),
      speakerId,
      coSpeakerIds,
      onBehalfOfId: row.behalf_key === null ? null : (idOf.get(row.behalf_key) ?? null),
      assertion: row.assertion,
      reports: row.reports,
      sentence: JSON.parse(row.sentence),
      confidence: row.confidence,
    };
  });
}

const spanOf = (json: string | null): Span | null => (json === null ? null : JSON.parse(json));
