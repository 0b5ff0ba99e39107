import { type ListKey, positionOf, toListCursor } from "../../model/list-cursor.ts";
import { pageSize } from "../../model/page-size.ts";
import type { Page, PageRequest } from "../../store/quote-store.ts";
import { LIST_PAGE_SIZE, type PageArguments } from "./page-arguments.ts";
import type { PageInfo } from "./page-info.ts";

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A page of a list, as Relay's Cursor Connections have it: https://relay.dev/graphql/connections.htm */
export interface Connection<T, E extends Edge<T> = Edge<T>> {
  readonly edges: readonly E[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** What a page is besides its edges. `isContinued`: whether it was asked for by a cursor. */
export interface PageFacts {
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly isContinued: boolean;
}

export function toConnection<T, E extends Edge<T>>(edges: readonly E[], facts: PageFacts): Connection<T, E> {
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount: facts.totalCount,
    pageInfo: {
      hasNextPage: facts.hasNextPage,
      hasPreviousPage: facts.isContinued,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/**
 * A page of one of the store's lists.
 * @throws VerbatimError BAD_INPUT for a `first` outside 1 to 100, BAD_CURSOR for an `after` of another list.
 */
export async function listConnection<V, T>(
  key: ListKey,
  { first, after }: PageArguments,
  load: (page: PageRequest) => Promise<Page<V>>,
  toNode: (value: V) => T,
): Promise<Connection<T>> {
  const isContinued = after !== null && after !== undefined;
  const page = await load({
    first: pageSize(first, LIST_PAGE_SIZE),
    after: isContinued ? positionOf(key, after) : null,
  });
  const edges = page.items.map(({ value, position }) => ({
    cursor: toListCursor(key, position),
    node: toNode(value),
  }));
  return toConnection<T, Edge<T>>(edges, { totalCount: page.total, hasNextPage: page.hasNext, isContinued });
}
