import { readPosition, writePosition } from "../list-position.ts";
import type { Page, PageRequest } from "../quote-store.ts";
import type { Query } from "./cluster/cluster.ts";
import { type IndexKind, MAX_WINDOW } from "./index-definitions.ts";
import type { Indices } from "./indices.ts";

/** A list in a total order: the keys together differ from document to document, and none is missing. */
export interface SortedList {
  /** Goes into every position, so that a position of another list is refused. */
  readonly name: string;
  readonly kind: IndexKind;
  readonly sort: readonly Readonly<Record<string, "asc" | "desc">>[];
  /** What of the documents is read. */
  readonly source: readonly string[];
}

/**
 * One page of a list, read by the place after the last item, so that items that come or go meanwhile are neither shown twice nor
 * skipped. A position that is none of this list is BAD_CURSOR.
 */
export async function readPage<Source, T>(
  indices: Indices,
  list: SortedList,
  query: Query,
  page: PageRequest,
  toValue: (source: Source) => T,
): Promise<Page<T>> {
  // The one behind the page tells whether there is a next one, and has its place in the window, too.
  const first = Math.min(page.first, MAX_WINDOW - 1);
  const after = page.after === null ? null : readPosition(list.name, list.sort.length, page.after);
  const { hits } = await indices.search<Source>({
    kind: list.kind,
    body: {
      query,
      size: first + 1,
      sort: list.sort,
      track_total_hits: true,
      _source: list.source,
      ...(after !== null && { search_after: after }),
    },
  });
  const items = hits.hits.slice(0, first).map(({ _source, sort = [] }) => ({
    value: toValue(_source),
    position: writePosition(list.name, sort),
  }));
  return { items, total: hits.total.value, hasNext: hits.hits.length > first };
}
