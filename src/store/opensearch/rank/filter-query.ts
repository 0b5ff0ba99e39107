import type { ChunkKind } from "../../../model/chunk.ts";
import type { ChunkFilter } from "../../chunk-filter.ts";
import { checkFilterSize } from "../../filter-size.ts";
import type { Query } from "../cluster/cluster.ts";
import { entityIdOfEach } from "../entities.ts";
import type { Indices } from "../indices.ts";
import { publicationQueries } from "../publication-query.ts";

/**
 * A filter as a query over the things that are said in a chunk: each has all that is asked for, where and when it was published as
 * well, so that a filter is on one statement, however many a chunk has. Null for a filter that lets everything through.
 * @throws VerbatimError BAD_INPUT for a filter without end, or with a time that is none.
 */
export async function statementQuery(indices: Indices, filter: ChunkFilter): Promise<Query | null> {
  checkFilterSize(filter);
  if (Object.keys(filter).length === 0) return null;
  const asked = [...new Set(entitiesIn(filter))];
  const entities = await entityIdOfEach(indices, asked);
  const joined = new Map(asked.map((id, i) => [id, entities[i] ?? null]));
  return toQuery(filter, (ids) => [...new Set(ids.flatMap((id) => joined.get(id) ?? []))]);
}

/** The chunks in which anything is said that a query over statements finds. */
export const chunksWith = (statements: Query | null): Query =>
  statements === null ? { match_all: {} } : { nested: { path: "statements", query: statements } };

function entitiesIn(filter: ChunkFilter): readonly string[] {
  const { speakers = [], onBehalfOf = [], mentions = [], places = [], and = [], or = [], not } = filter;
  const parts = [...and, ...or, ...(not === undefined ? [] : [not])];
  return [...speakers, ...onBehalfOf, ...mentions, ...places, ...parts.flatMap(entitiesIn)];
}

type EntitiesOf = (ids: readonly string[]) => readonly string[];

const NOTHING: Query = { match_none: {} };

function toQuery(filter: ChunkFilter, entitiesOf: EntitiesOf): Query {
  const { and, or, not } = filter;
  const inner = (part: ChunkFilter) => toQuery(part, entitiesOf);
  return {
    bool: {
      filter: [
        { match_all: {} },
        ...ownConditions(filter, entitiesOf),
        ...(and === undefined ? [] : and.length === 0 ? [NOTHING] : and.map(inner)),
        ...(or === undefined ? [] : or.length === 0 ? [NOTHING] : [{ bool: { should: or.map(inner) } }]),
      ],
      must_not: not === undefined ? [] : [inner(not)],
    },
  };
}

function ownConditions(filter: ChunkFilter, entitiesOf: EntitiesOf): readonly Query[] {
  const { speakers, onBehalfOf, assertions, reports, quoteKinds, chunkKinds, minConfidence, mentions, places } = filter;
  const oneOf = (field: string, values: readonly string[] | undefined): readonly Query[] =>
    values === undefined ? [] : [{ terms: { [`statements.${field}`]: values } }];
  return [
    ...oneOf("speakers", speakers && entitiesOf(speakers)),
    ...oneOf("onBehalfOf", onBehalfOf && entitiesOf(onBehalfOf)),
    ...oneOf("mentions", mentions && entitiesOf(mentions)),
    ...oneOf("mentions", places && entitiesOf(places)),
    ...oneOf("assertion", assertions),
    ...oneOf("reports", reports),
    ...oneOf("kind", quoteKinds),
    ...(chunkKinds === undefined ? [] : [ofKinds(chunkKinds)]),
    ...(minConfidence === undefined ? [] : [{ range: { "statements.confidence": { gte: minConfidence } } }]),
    ...publicationQueries(filter, "statements."),
  ];
}

function ofKinds(kinds: readonly ChunkKind[]): Query {
  const narration: Query = { term: { "statements.kind": "PARAGRAPH" } };
  const should = kinds.map((kind) => (kind === "PARAGRAPH" ? narration : { bool: { must_not: [narration] } }));
  return should.length === 0 ? NOTHING : { bool: { should } };
}
