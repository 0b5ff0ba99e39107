import { ASSERTIONS } from "../../../model/quote.ts";
import type { Candidates } from "../../../ranking/candidates.ts";
import { TURN } from "../../../ranking/row-kinds.ts";
import type { ChunkTable } from "./chunk-table.ts";
import type { Filtered } from "./filter-rows.ts";
import type { MatchedRows } from "./match-rows.ts";

/** The rows of a table that match a query, as candidates of its ranking: a place is that in `rows`. */
export function candidatesOf(table: ChunkTable, { rows, scores, signalsOf }: MatchedRows): Candidates {
  const rowAt = (place: number) => rows[place] as number;
  const articleAt = (place: number) => table.articleOf.at(rowAt(place));
  return {
    count: rows.length,
    scores,
    signalsAt: (place) => signalsOf(rowAt(place)),
    idAt: (place) => table.ids[rowAt(place)] as string,
    isTurn: (place) => table.kinds.at(rowAt(place)) === TURN,
    articleAt,
    arrivalAt: (place) => table.labels.at(rowAt(place)),
    wordingAt: (place) => wordingOf(table, rowAt(place)),
    publishedAt: (place) => table.articles[articleAt(place)]?.publishedAt ?? null,
  };
}

/** The same words denied are no copy of these words said: each assertion is a wording of its own, the article's words with what is said. */
function wordingOf({ wordings, statements }: ChunkTable, row: number): number | null {
  const wording = wordings.sharedBy(row);
  const assertion = statements.assertions.at(statements.firsts.at(row));
  return wording === null ? null : wording * ASSERTIONS.length + Math.max(0, assertion);
}

/**
 * The places in a row of what is said in it and let through by a filter, from 0: what should come first, by another filter, before
 * the rest.
 */
export function statementsOf(
  table: ChunkTable,
  row: number,
  through: Filtered,
  first: Filtered | null,
): readonly number[] {
  const { statements } = table;
  const range = statements.range(row, row + 1);
  const places: number[] = [];
  for (let entry = range.first; entry < range.end; entry++) {
    if (through.statements[entry] === 1) places.push(entry - range.first);
  }
  const isFirst = (place: number) => first?.statements[range.first + place] ?? 0;
  return places.sort((a, b) => isFirst(b) - isFirst(a));
}
