import type { Facet, FacetName, FacetValue } from "../../../model/facet.ts";
import type { Query } from "../cluster/cluster.ts";
import { type Aggregation, type Bucket, bucketsOf, type Indices } from "../indices.ts";

/** What matches, and what of it a filter lets through. */
export interface FoundChunks {
  readonly matching: Query;
  /** A query over statements; null for all of them. */
  readonly statements: Query | null;
}

/** Values of one property that are counted; with more of them the counts of the rarest are put together. */
const MAX_VALUES = 10_000;

/** Of chunks themselves. */
const OF_CHUNKS: Readonly<Partial<Record<FacetName, string>>> = {
  publishers: "publisher",
  months: "month",
  entities: "mentions",
  places: "places",
};

/** Of what is said in them. */
const OF_STATEMENTS: Readonly<Partial<Record<FacetName, string>>> = {
  speakers: "speakers",
  onBehalfOf: "onBehalfOf",
  assertions: "assertion",
  reports: "reports",
  kinds: "kind",
};

/** How chunks divide by one of their properties: the `first` commonest values. */
export function countFacet(indices: Indices, found: FoundChunks, name: FacetName, first: number): Promise<Facet> {
  const field = OF_CHUNKS[name];
  return field === undefined
    ? ofStatements(indices, found, OF_STATEMENTS[name] as string, first)
    : ofChunks(indices, found, field, first);
}

async function ofChunks(indices: Indices, { matching }: FoundChunks, field: string, first: number): Promise<Facet> {
  const aggs = { values: { terms: { field, size: MAX_VALUES } }, none: { missing: { field } } };
  const { aggregations } = await indices.search({ kind: "chunks", body: { size: 0, query: matching, aggs } });
  const values = bucketsOf(aggregations?.values).map(({ key, doc_count }) => ({ value: key, count: doc_count }));
  const more = aggregations?.values?.sum_other_doc_count ?? 0;
  return toFacet(values, more, aggregations?.none?.doc_count ?? 0, first);
}

/** A chunk counts once for each value that anything has which is said in it and let through. */
async function ofStatements(
  indices: Indices,
  { matching, statements }: FoundChunks,
  property: string,
  first: number,
): Promise<Facet> {
  const field = `statements.${property}`;
  const chunks = { rows: { reverse_nested: {} } };
  const aggs = {
    said: {
      nested: { path: "statements" },
      aggs: {
        through: {
          filter: statements ?? { match_all: {} },
          aggs: {
            values: { terms: { field, size: MAX_VALUES }, aggs: chunks },
            any: { filter: { exists: { field } }, aggs: chunks },
          },
        },
      },
    },
  };
  const { hits, aggregations } = await indices.search({
    kind: "chunks",
    body: { size: 0, track_total_hits: true, query: matching, aggs },
  });
  const through = (aggregations?.said as ThroughStatements | undefined)?.through;
  const values = bucketsOf(through?.values).map((bucket) => ({ value: bucket.key, count: rowsOf(bucket) }));
  const some = through === undefined ? 0 : rowsOf(through.any);
  return toFacet(values, through?.values.sum_other_doc_count ?? 0, hits.total.value - some, first);
}

interface ThroughStatements {
  readonly through: { readonly values: Aggregation; readonly any: Pick<Bucket, "rows"> };
}

const rowsOf = ({ rows }: Pick<Bucket, "rows">): number => rows?.doc_count ?? 0;

/** @param more The counts of values that were not told. */
function toFacet(values: readonly FacetValue[], more: number, none: number, first: number): Facet {
  const sorted = [...values].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const shown = sorted.slice(0, first);
  const others = sorted.slice(first).reduce((sum, { count }) => sum + count, more);
  return { values: shown, others, none };
}
