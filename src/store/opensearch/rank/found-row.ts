import type { Query } from "../cluster/cluster.ts";
import type { Found, Indices } from "../indices.ts";
import { cosineScore, type Sought, toCosine } from "./candidate-query.ts";

/** What is read of a chunk to rank it. */
export interface FoundRow {
  readonly id: string;
  readonly articleId: string;
  readonly ordinal: number;
  readonly label: number;
  readonly kind: string;
  /** In words. */
  readonly length: number;
  readonly isAttitude: boolean;
  /** Milliseconds since 1970; null for an undated article. */
  readonly publishedAt: number | null;
  /** Equal for chunks that are the same words but for a few, told alike; null for few words. */
  readonly wording: string | null;
  /** For each stem how often it stands in it. */
  readonly own: readonly number[];
  /** For each stem how many of the title and the passages close by hold it. */
  readonly near: readonly number[];
  /** 0 where meaning does not count. */
  readonly cosine: number;
  readonly isThrough: boolean;
  readonly isPreferred: boolean;
}

const FIELDS = [
  "articleId",
  "ordinal",
  "label",
  "kind",
  "length",
  "attitude",
  "publishedTime",
  "wordingAsTold",
] as const;

/** What a search reads of each chunk that it finds: the parts that it asks for by name change nothing about what it finds. */
export const rowParts = (sought: Sought, eligible: Query) => ({
  _source: false,
  docvalue_fields: FIELDS,
  post_filter: { bool: { must: [{ match_all: {} }], should: namedParts(sought, eligible) } },
});

function namedParts({ vector, words, preferred }: Sought, eligible: Query): readonly Query[] {
  return [
    { bool: { filter: [eligible], _name: "through" } },
    ...(preferred === null ? [] : [{ terms: { speakers: preferred, _name: "preferred" } }]),
    ...(vector === null ? [] : [named(cosineScore(vector, "contextVector", { match_all: {} }))]),
    ...words.stems.flatMap((stem, i) => [
      { term: { own: { value: stem, _name: `own ${i}` } } },
      { term: { near: { value: stem, _name: `near ${i}` } } },
    ]),
  ];
}

const named = (query: Query): Query => ({ script_score: { ...(query.script_score as object), _name: "cosine" } });

/** The rows of a search that was asked with `rowParts`. */
export function toRow({ _id, fields = {}, matched_queries: matched = {} }: Found<unknown>, sought: Sought): FoundRow {
  const first = (name: (typeof FIELDS)[number]) => fields[name]?.[0];
  return {
    id: _id,
    articleId: String(first("articleId")),
    ordinal: Number(first("ordinal")),
    label: Number(first("label")),
    kind: String(first("kind")),
    length: Number(first("length")),
    isAttitude: first("attitude") === true,
    publishedAt: first("publishedTime") === undefined ? null : Number(first("publishedTime")),
    wording: first("wordingAsTold") === undefined ? null : String(first("wordingAsTold")),
    own: sought.words.stems.map((_, i) => matched[`own ${i}`] ?? 0),
    near: sought.words.stems.map((_, i) => matched[`near ${i}`] ?? 0),
    cosine: matched.cosine === undefined ? 0 : toCosine(matched.cosine),
    isThrough: matched.through !== undefined,
    isPreferred: matched.preferred !== undefined,
  };
}

/** All rows of some articles, in reading order. */
export async function rowsOfArticles(
  indices: Indices,
  articleIds: readonly string[],
  sought: Sought,
  eligible: Query,
): Promise<readonly FoundRow[]> {
  if (articleIds.length === 0) return [];
  const rows: FoundRow[] = [];
  const query = { terms: { articleId: articleIds } };
  const body = { query, sort: [{ articleId: "asc" }, { ordinal: "asc" }], ...rowParts(sought, eligible) };
  for await (const found of indices.all("chunks", body)) rows.push(toRow(found, sought));
  return rows;
}
