import type { ItemRange } from "./noun-phrase.ts";

/** Words in marks that a sentence says somebody said: whose, by which cue, and where they stand in it. */
export interface Statement {
  readonly cue: ItemRange;
  readonly source: ItemRange | null;
  /** Each a run of items in marks, in order; not empty. */
  readonly contents: readonly ItemRange[];
  /** Whether they are all that is said: no other words of the sentence belong to the statement. */
  readonly isWhole: boolean;
}
