import type { ItemRange } from "./noun-phrase.ts";

/** A statement of one sentence: whose, by which cue, and where its content stands in the sentence. */
export interface Statement {
  readonly cue: ItemRange;
  readonly lemma: string;
  readonly source: ItemRange | null;
  /** In order; not empty. */
  readonly contents: readonly ItemRange[];
}
