import type { EntityKind } from "../../model/entity.ts";
import type { Quote } from "../../model/quote.ts";
import type { IndexedArticle, LinkableEntity } from "../quote-store.ts";
import { readArticles } from "./articles.ts";
import { readChunksOfArticles } from "./chunks.ts";
import type { Connection } from "./connection.ts";
import { readQuotes } from "./quotes.ts";
import { decodeVector, readCodes } from "./vector-blob.ts";

/** An article as it was put in; null where there is none. */
export function readIndexed(connection: Connection, id: string): IndexedArticle | null {
  const [article] = readArticles(connection, [id]);
  const place = connection.get<{ readonly origin: string | null; readonly sample: number }>(
    "SELECT origin, sample FROM article WHERE id = ?",
    id,
  );
  if (!article || place === undefined) return null;
  return {
    article,
    origin: place.origin,
    sample: place.sample === 1,
    quotes: readOwnQuotes(connection, id),
    entities: readMembers(connection, id),
    chunks: readVectorChunks(connection, id),
  };
}

/** In text order, said by the article's own entities. Where several are one group of names the first stands for it. */
function readOwnQuotes(connection: Connection, articleId: string): readonly Quote[] {
  const ids = connection.column<string>("SELECT id FROM quote WHERE article_id = ? ORDER BY ordinal", articleId);
  const members = new Map(
    connection
      .all<{ readonly group_key: number; readonly id: string }>(
        "SELECT group_key, MIN(id) AS id FROM article_entity WHERE article_id = ? GROUP BY group_key",
        articleId,
      )
      .map(({ group_key, id }) => [group_key, id]),
  );
  const ofQuote = (sql: string, id: string) =>
    connection.column<number>(sql, id).flatMap((key) => members.get(key) ?? []);
  return readQuotes(connection, ids).flatMap((quote) => {
    if (quote === null) return [];
    const speakers = ofQuote("SELECT group_key FROM quote_speaker WHERE quote_id = ? ORDER BY place", quote.id);
    const behalf = ofQuote("SELECT behalf_key FROM quote WHERE id = ? AND behalf_key IS NOT NULL", quote.id);
    const [speakerId = null, ...coSpeakerIds] = speakers;
    return [{ ...quote, speakerId, coSpeakerIds, onBehalfOfId: behalf[0] ?? null }];
  });
}

interface MemberRow {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: string;
  readonly titles: string;
  readonly mentions: string;
  readonly link_key: string | null;
  readonly first_name: string | null;
  readonly surname: string | null;
  readonly short_name: string | null;
  readonly gender: "MALE" | "FEMALE" | null;
}

function readMembers(connection: Connection, articleId: string): readonly LinkableEntity[] {
  const rows = connection.all<MemberRow>(
    `SELECT m.*, g.kind, g.link_key FROM article_entity m JOIN name_group g ON g.key = m.group_key
     WHERE m.article_id = ? ORDER BY m.rowid`,
    articleId,
  );
  return rows.map((row) => {
    const last = row.surname ?? row.short_name;
    return {
      ...{ id: row.id, articleId, kind: row.kind, name: row.name, linkKey: row.link_key },
      aliases: JSON.parse(row.aliases),
      titles: JSON.parse(row.titles),
      mentions: JSON.parse(row.mentions),
      person: last === null ? null : { first: row.first_name, last, gender: row.gender },
    };
  });
}

function readVectorChunks(connection: Connection, articleId: string): IndexedArticle["chunks"] {
  const vectors = new Map(
    connection
      .all<{ readonly id: string; readonly vector: Uint8Array; readonly context_vector: Uint8Array }>(
        "SELECT c.id, v.vector, v.context_vector FROM chunk c JOIN chunk_vector v ON v.label = c.label WHERE c.article_id = ?",
        articleId,
      )
      .map((row) => [row.id, row]),
  );
  const [chunks = []] = readChunksOfArticles(connection, [articleId]);
  return chunks.flatMap((chunk) => {
    const kept = vectors.get(chunk.id);
    if (kept === undefined) return [];
    const decode = (blob: Uint8Array) => decodeVector(readCodes(blob));
    return [{ chunk, vector: decode(kept.vector), contextVector: decode(kept.context_vector) }];
  });
}
