import type { Cluster, Query } from "./cluster/cluster.ts";
import { INDEX_KINDS, type IndexKind, MAX_WINDOW } from "./index-definitions.ts";

/** What is found of a document. */
export interface Found<Source> {
  readonly _id: string;
  readonly _score: number | null;
  readonly _source: Source;
  readonly sort?: readonly (string | number)[];
  readonly fields?: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  /** The score of each named part of the query that it meets. */
  readonly matched_queries?: Readonly<Record<string, number>>;
  readonly inner_hits?: Readonly<Record<string, { readonly hits: { readonly hits: readonly InnerHit[] } }>>;
}

interface InnerHit {
  readonly _nested: { readonly offset: number };
}

export interface Bucket {
  readonly key: string;
  readonly doc_count: number;
  readonly rows?: { readonly doc_count: number };
}

/** What one aggregation counts; which of these there are depends on what was asked. */
export interface Aggregation {
  readonly doc_count?: number;
  readonly value?: number | null;
  readonly sum_other_doc_count?: number;
  readonly buckets?: readonly Bucket[] | Readonly<Record<string, { readonly doc_count: number }>>;
  readonly [name: string]: unknown;
}

export interface SearchAnswer<Source> {
  readonly hits: { readonly total: { readonly value: number }; readonly hits: readonly Found<Source>[] };
  readonly aggregations?: Readonly<Record<string, Aggregation>>;
}

/** A search in one index. Documents of one article lie in one shard, which `routing` names. */
export interface Search {
  readonly kind: IndexKind;
  readonly body: Query;
  readonly routing?: string;
}

interface MultiAnswer {
  readonly responses: readonly (SearchAnswer<unknown> & { readonly error?: { readonly reason: string } })[];
}

interface Fetched<Source> {
  readonly docs: readonly { readonly _id: string; readonly found?: boolean; readonly _source?: Source }[];
}

/** An article's document is some 30 kB. */
const GOT_AT_ONCE = 500;

/** The indices of one store, which share a prefix, and the ways in which they are read. */
export class Indices {
  readonly cluster: Cluster;
  readonly prefix: string;
  /** With more chunks than this the graph of their vectors is asked, which may miss some. */
  readonly scansUpTo: number;

  constructor(cluster: Cluster, prefix: string, scansUpTo: number) {
    this.cluster = cluster;
    this.prefix = prefix;
    this.scansUpTo = scansUpTo;
  }

  nameOf(kind: IndexKind): string {
    return `${this.prefix}-${kind}`;
  }

  get names(): readonly string[] {
    return INDEX_KINDS.map((kind) => this.nameOf(kind));
  }

  /** Those that are there. */
  async existing(): Promise<ReadonlySet<IndexKind>> {
    const path = `/${this.names.join(",")}/_alias`;
    const read = await this.cluster.request<object>({ method: "GET", path, querystring: { ignore_unavailable: true } });
    return new Set(INDEX_KINDS.filter((kind) => this.nameOf(kind) in read));
  }

  search<Source>({ kind, body, routing }: Search): Promise<SearchAnswer<Source>> {
    return this.cluster.request({
      method: "POST",
      path: `/${this.nameOf(kind)}/_search`,
      // A part of the answer would pass for the whole.
      querystring: {
        allow_partial_search_results: false,
        include_named_queries_score: true,
        ...(routing !== undefined && { routing }),
      },
      body,
    });
  }

  /** Several searches at once. */
  async searchAll<Source>(searches: readonly Search[]): Promise<readonly SearchAnswer<Source>[]> {
    if (searches.length === 0) return [];
    const lines = searches.flatMap(({ kind, body, routing }) => [
      { index: this.nameOf(kind), allow_partial_search_results: false, ...(routing !== undefined && { routing }) },
      body,
    ]);
    const { responses } = await this.cluster.request<MultiAnswer>({ method: "POST", path: "/_msearch", lines });
    if (responses.some(({ error }) => error !== undefined)) return this.#oneByOne(searches);
    return responses as readonly SearchAnswer<Source>[];
  }

  /** Each with the patience that a search by itself has. */
  async #oneByOne<Source>(searches: readonly Search[]): Promise<readonly SearchAnswer<Source>[]> {
    const answers: SearchAnswer<Source>[] = [];
    for (const search of searches) answers.push(await this.search<Source>(search));
    return answers;
  }

  /** All that a query finds, in order, however many. `sort` must tell every two documents apart. */
  async *all<Source>(kind: IndexKind, body: Query & { readonly sort: readonly unknown[] }, pageSize = MAX_WINDOW) {
    for (let after: readonly unknown[] | null = null; ; ) {
      const page: SearchAnswer<Source> = await this.search<Source>({
        kind,
        body: { ...body, size: pageSize, ...(after !== null && { search_after: after }) },
      });
      const { hits } = page.hits;
      yield* hits;
      if (hits.length < pageSize) return;
      after = hits.at(-1)?.sort ?? null;
    }
  }

  /** Documents by their ids, in the state that the last write left them in. The kind must not be routed by article. */
  async get<Source>(
    kind: IndexKind,
    ids: readonly string[],
    source: readonly string[] | null = null,
  ): Promise<ReadonlyMap<string, Source>> {
    const different = [...new Set(ids)];
    const read = new Map<string, Source>();
    for (let start = 0; start < different.length; start += GOT_AT_ONCE) {
      const { docs } = await this.cluster.request<Fetched<Source>>({
        method: "POST",
        path: `/${this.nameOf(kind)}/_mget`,
        querystring: source === null ? {} : { _source_includes: source.join(",") },
        body: { ids: different.slice(start, start + GOT_AT_ONCE) },
      });
      for (const { _id, found, _source } of docs) {
        if (found === true && _source !== undefined) read.set(_id, _source);
      }
    }
    return read;
  }

  async refresh(kinds: readonly IndexKind[] = INDEX_KINDS): Promise<void> {
    await this.cluster.request({
      method: "POST",
      path: `/${kinds.map((kind) => this.nameOf(kind)).join(",")}/_refresh`,
    });
  }
}

/** The counts of the values of a property, the commonest first. */
export const bucketsOf = (aggregation: Aggregation | undefined): readonly Bucket[] =>
  (aggregation?.buckets ?? []) as readonly Bucket[];

/** The counts of filters that were asked for by names. */
export const countsByName = (
  aggregation: Aggregation | undefined,
): Readonly<Record<string, { readonly doc_count: number }>> =>
  (aggregation?.buckets ?? {}) as Readonly<Record<string, { readonly doc_count: number }>>;
