import type { ClaimWord } from "./claim.ts";
import { weightOf } from "./word-weight.ts";
import type { Word } from "./words.ts";

/** One step along claim and source: a word of each, or a word of one alone. Indices into the two lists. */
export interface Step {
  readonly claim: number | null;
  readonly source: number | null;
}

/** What the first word of a gap costs, and each further one. */
interface GapCost {
  readonly open: number;
  readonly extend: number;
}

/**
 * Costs in units of a matched content word. One word in the place of another is cheaper than losing one and adding
 * one, so that `nine crowns` for `ten crowns` is one change; opening a gap costs more than going on with it, so that
 * what was left out stays together (affine gaps: Gotoh 1982, "An improved algorithm for matching biological sequences").
 */
const MISMATCH = 0.5;
const ADDITION: GapCost = { open: 0.8, extend: 0.3 };
const OMISSION: GapCost = { open: 1, extend: 0.1 };
/** Where an ellipsis says so, leaving out costs next to nothing; the little lets the shorter way win. */
const MARKED_OMISSION: GapCost = { open: 0.001, extend: 0.001 };
/** Words in brackets may stand for some of the source's, and need stand for none. */
const BRACKETED_OMISSION: GapCost = { open: 0.1, extend: 0.1 };
const BRACKETED_ADDITION: GapCost = { open: 0, extend: 0 };
/** Behind its last word the claim says nothing of the source. */
const NO_OMISSION: GapCost = { open: Number.POSITIVE_INFINITY, extend: Number.POSITIVE_INFINITY };

const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

/** The ways into a cell of the table: by a pair of words, by a word of the source alone, by a word of the claim alone. */
const PAIR = 0;
const OMIT = 1;
const ADD = 2;
const WAYS = 3;

/**
 * The best way to lay all words of a claim along a part of the source, which may go on at both ends. Time and memory
 * grow with the product of the lengths: three bytes a cell.
 * @returns The steps in order, the first and last of them with a word of the claim; none for an empty claim.
 */
export function align(claim: readonly ClaimWord[], source: readonly Word[]): readonly Step[] {
  const width = (source.length + 1) * WAYS;
  const moves = new Uint8Array((claim.length + 1) * width);
  const { claimForms, sourceForms } = numbered(claim, source);
  // Before its first word the claim may begin anywhere in the source.
  let scores: Float64Array = new Float64Array(width).map((_, cell) => (cell % WAYS === PAIR ? 0 : IMPOSSIBLE));
  for (let row = 1; row <= claim.length; row++) {
    const costs = costsOf(claim[row - 1] as ClaimWord, claim[row], claimForms[row - 1] as number);
    scores = nextRow(costs, sourceForms, scores, moves.subarray(row * width, (row + 1) * width));
  }
  return walkBack(claim.length, bestCell(scores), width, moves);
}

/** Each form as a number: comparing these is five times as fast as comparing the words. */
function numbered(claim: readonly Word[], source: readonly Word[]) {
  const numbers = new Map<string, number>();
  const number = ({ form }: Word): number => {
    const known = numbers.get(form) ?? numbers.size;
    numbers.set(form, known);
    return known;
  };
  return { claimForms: Int32Array.from(claim, number), sourceForms: Int32Array.from(source, number) };
}

/** What the steps past one word of the claim cost; `match` is a gain. */
interface RowCosts {
  readonly form: number;
  readonly match: number;
  readonly mismatch: number;
  readonly adding: GapCost;
  readonly omitting: GapCost;
}

function costsOf(word: ClaimWord, next: ClaimWord | undefined, form: number): RowCosts {
  return {
    form,
    match: weightOf(word.form),
    mismatch: word.isEditorial ? 0 : MISMATCH,
    adding: word.isEditorial ? BRACKETED_ADDITION : ADDITION,
    omitting: omissionBetween(word, next),
  };
}

/** The scores of all ways to use up the claim to one more word; `moves` remembers the way before each. */
function nextRow(costs: RowCosts, source: Int32Array, above: Float64Array, moves: Uint8Array): Float64Array {
  const { form, match, mismatch, adding, omitting } = costs;
  const scores = new Float64Array(above.length).fill(IMPOSSIBLE);
  for (let cell = 0; cell < above.length; cell += WAYS) {
    const a = cell + ADD;
    moves[a] = enter(scores, a, above, cell, adding.open, adding.open, adding.extend);
    if (cell === 0) continue;
    const before = cell - WAYS;
    const cost = source[before / WAYS] === form ? -match : mismatch;
    moves[cell] = enter(scores, cell, above, before, cost, cost, cost);
    moves[cell + OMIT] = enter(scores, cell + OMIT, scores, before, omitting.open, omitting.extend, omitting.open);
  }
  return scores;
}

/** Scores a cell by the cheapest step from the three ways at `before`, and tells which; equal ones in the order pair, omit, add. */
function enter(
  scores: Float64Array,
  cell: number,
  from: Float64Array,
  before: number,
  pairCost: number,
  omitCost: number,
  addCost: number,
): number {
  const byPair = (from[before] as number) - pairCost;
  const byOmit = (from[before + OMIT] as number) - omitCost;
  const byAdd = (from[before + ADD] as number) - addCost;
  if (byPair >= byOmit && byPair >= byAdd) {
    scores[cell] = byPair;
    return PAIR;
  }
  scores[cell] = Math.max(byOmit, byAdd);
  return byOmit >= byAdd ? OMIT : ADD;
}

function omissionBetween(word: ClaimWord, next: ClaimWord | undefined): GapCost {
  if (next === undefined) return NO_OMISSION;
  if (next.hasGapBefore) return MARKED_OMISSION;
  return word.isEditorial || next.isEditorial ? BRACKETED_OMISSION : OMISSION;
}

/** The best way to have used up the claim; the source is never left out behind its last word. */
function bestCell(scores: Float64Array): number {
  let best = ADD;
  for (let cell = 0; cell < scores.length; cell += WAYS) {
    if ((scores[cell + PAIR] as number) > (scores[best] as number)) best = cell + PAIR;
    if ((scores[cell + ADD] as number) > (scores[best] as number)) best = cell + ADD;
  }
  return best;
}

function walkBack(rows: number, end: number, width: number, moves: Uint8Array): readonly Step[] {
  const steps: Step[] = [];
  let row = rows;
  let cell = end;
  while (row > 0) {
    const way = cell % WAYS;
    const before = moves[row * width + cell] as number;
    steps.push({ claim: way === OMIT ? null : row - 1, source: way === ADD ? null : Math.floor(cell / WAYS) - 1 });
    const column = Math.floor(cell / WAYS) - (way === ADD ? 0 : 1);
    if (way !== OMIT) row--;
    cell = column * WAYS + before;
  }
  return steps.reverse();
}
