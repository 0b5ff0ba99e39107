import type { EntityKind } from "../../../model/entity.ts";
import type { Quote } from "../../../model/quote.ts";
import type { IndexedArticle, LinkableEntity } from "../../quote-store.ts";
import { readArticles } from "../articles.ts";
import { readChunksOfArticles } from "../chunks.ts";
import type { Connection } from "../connection.ts";
import { readQuotes } from "../quotes.ts";
import { decodeVector, readCodes } from "../vector-blob.ts";

type IndexedChunk = IndexedArticle["chunks"][number];

/** An article as it was put in, as far as it can be read. */
export interface ReadBack extends Omit<IndexedArticle, "chunks"> {
  /** Vectors that are missing, or of other dimensions, are null. */
  readonly chunks: readonly (Pick<IndexedChunk, "chunk"> & {
    readonly vectors: Pick<IndexedChunk, "vector" | "contextVector"> | null;
  })[];
}

/** @throws SqliteError where a page of it is damaged, Error where a part is missing. */
export function readIndexedArticle(connection: Connection, id: string, dimensions: number): ReadBack {
  const [article] = readArticles(connection, [id]);
  const kept = connection.get<{ readonly origin: string | null; readonly sample: number }>(
    "SELECT origin, sample FROM article WHERE id = ?",
    id,
  );
  if (!article || !kept) throw new Error(`The article ${id} has no text.`);
  return {
    article,
    origin: kept.origin,
    sample: kept.sample === 1,
    quotes: quotesOf(connection, id),
    entities: entitiesOf(connection, id),
    chunks: chunksOf(connection, id, dimensions),
  };
}

/** Who said it is named as the article's own entity, not as the one that this was joined to. */
function quotesOf(connection: Connection, articleId: string): readonly Quote[] {
  const ids = connection.column<string>("SELECT id FROM quote WHERE article_id = ? ORDER BY ordinal", articleId);
  return readQuotes(connection, ids).flatMap((quote) => {
    if (quote === null) return [];
    const [speakerId = null, ...coSpeakerIds] = connection.column<string>(SPEAKERS, quote.id);
    const [onBehalfOfId = null] = connection.column<string>(BEHALF, quote.id);
    return [{ ...quote, speakerId, coSpeakerIds, onBehalfOfId }];
  });
}

const memberOf = (group: string) =>
  `(SELECT m.id FROM article_entity m WHERE m.group_key = ${group} AND m.article_id = q.article_id ORDER BY m.id LIMIT 1)`;

const SPEAKERS = `SELECT ${memberOf("s.group_key")} FROM quote_speaker s JOIN quote q ON q.id = s.quote_id
  WHERE s.quote_id = ? ORDER BY s.place`;

const BEHALF = `SELECT ${memberOf("q.behalf_key")} FROM quote q WHERE q.id = ? AND q.behalf_key IS NOT NULL`;

interface MemberRow {
  readonly id: string;
  readonly kind: EntityKind;
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

function entitiesOf(connection: Connection, articleId: string): readonly LinkableEntity[] {
  const rows = connection.all<MemberRow>(
    "SELECT m.*, g.kind, g.link_key FROM article_entity m JOIN name_group g ON g.key = m.group_key WHERE m.article_id = ?",
    articleId,
  );
  return rows.map((row) => {
    const last = row.surname ?? row.short_name;
    return {
      ...{ id: row.id, articleId, kind: row.kind, name: row.name, linkKey: row.link_key },
      ...{ aliases: JSON.parse(row.aliases), titles: JSON.parse(row.titles), mentions: JSON.parse(row.mentions) },
      person: last === null ? null : { first: row.first_name, last, gender: row.gender },
    };
  });
}

function chunksOf(connection: Connection, articleId: string, dimensions: number): ReadBack["chunks"] {
  const [chunks = []] = readChunksOfArticles(connection, [articleId]);
  return chunks.map((chunk) => {
    const row = connection.get<{ readonly vector: Uint8Array; readonly context_vector: Uint8Array }>(
      "SELECT v.vector, v.context_vector FROM chunk c JOIN chunk_vector v ON v.label = c.label WHERE c.id = ?",
      chunk.id,
    );
    const [vector, contextVector] = row ? [row.vector, row.context_vector].map(decoded) : [];
    const isWhole = vector?.length === dimensions && contextVector?.length === dimensions;
    return { chunk, vectors: isWhole ? { vector, contextVector } : null };
  });
}

const SCALE_BYTES = 4;

/** One that is cut short is none. */
const decoded = (blob: Uint8Array): Float32Array =>
  blob.length < SCALE_BYTES ? new Float32Array() : decodeVector(readCodes(blob));
