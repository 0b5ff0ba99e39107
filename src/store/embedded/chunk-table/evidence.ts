import type { ArticleRows } from "./chunk-table.ts";

/**
 * How far what a passage says bears on the passages around it, in passages: its weight is halved after so many. An
 * answer follows its question, so that more comes from before than from behind (docs/search.md has the figures).
 */
const HALVED_AFTER_BEFORE = 4;
const HALVED_AFTER_BEHIND = 2;
const FADE_FROM_BEFORE = 0.5 ** (1 / HALVED_AFTER_BEFORE);
const FADE_FROM_BEHIND = 0.5 ** (1 / HALVED_AFTER_BEHIND);

/**
 * Each row's value with those around it in its article, faded by distance, times how much the row listens to them. Three
 * plain loops: this is done for every row of the index, for every query.
 * @param values Of every row; not below 0.
 * @param kinds Of every row.
 * @param listening By kind, 0..1.
 */
export function gatherAround(
  values: Float64Array,
  articles: readonly ArticleRows[],
  kinds: Float64Array,
  listening: readonly number[],
): Float64Array {
  const gathered = values.slice();
  for (const { first, end } of articles) {
    let before = 0;
    for (let row = first; row < end; row++) {
      const listens = listening[kinds[row] as number] as number;
      gathered[row] = (gathered[row] as number) + listens * before;
      before = (before + (values[row] as number)) * FADE_FROM_BEFORE;
    }
    let behind = 0;
    for (let row = end - 1; row >= first; row--) {
      const listens = listening[kinds[row] as number] as number;
      gathered[row] = (gathered[row] as number) + listens * behind;
      behind = (behind + (values[row] as number)) * FADE_FROM_BEHIND;
    }
  }
  return gathered;
}
