import { type Facet, type Facets, toFacet } from "../../model/facet.ts";
import type { Connection } from "./connection.ts";

interface ValueCount {
  /** Null counts the chunks that have no value. */
  readonly value: string | null;
  readonly count: number;
}

const CHUNKS = "chunk c WHERE c.id IN (SELECT value FROM json_each(?))";

/** How the chunks with these ids divide by each of their properties. */
export function countFacets(connection: Connection, chunkIds: readonly string[]): Facets {
  const ids = JSON.stringify(chunkIds);
  const facet = (sql: string): Facet => read(connection.all<ValueCount>(sql, ids));
  return {
    speakers: facet(`SELECT (SELECT id FROM entity WHERE key = c.speaker_key) AS value, COUNT(*) AS count
      FROM ${CHUNKS} GROUP BY c.speaker_key`),
    publishers: facet(ofArticle("a.publisher")),
    kinds: facet(`SELECT COALESCE(c.quote_kind, c.kind) AS value, COUNT(*) AS count FROM ${CHUNKS} GROUP BY 1`),
    months: facet(ofArticle("substr(a.published_at, 1, 7)")),
    entities: facet(mentioned("<> 'PLACE'")),
    places: facet(mentioned("= 'PLACE'")),
  };
}

const ofArticle = (value: string): string => `SELECT ${value} AS value, COUNT(*) AS count
  FROM (SELECT c.article_id FROM ${CHUNKS}) f JOIN article a ON a.id = f.article_id GROUP BY 1`;

/** A chunk counts for each that it mentions, and as "none" where it mentions none. */
const mentioned = (kind: string): string => `WITH f AS (SELECT c.label FROM ${CHUNKS}), hit AS (
    SELECT f.label, e.id FROM f JOIN chunk_entity m ON m.label = f.label
    JOIN entity e ON e.key = m.entity_key AND e.kind ${kind})
  SELECT id AS value, COUNT(*) AS count FROM hit GROUP BY id
  UNION ALL SELECT NULL, COUNT(*) FROM f WHERE label NOT IN (SELECT label FROM hit)`;

function read(rows: readonly ValueCount[]): Facet {
  const counts = new Map<string, number>();
  let none = 0;
  for (const { value, count } of rows) {
    if (value === null) none += count;
    else counts.set(value, count);
  }
  return toFacet(counts, none);
}
