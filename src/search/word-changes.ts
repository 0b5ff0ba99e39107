import { diffArrays } from "diff";
import { foldName } from "../model/fold-name.ts";

/** Words of one wording that stand in the place of words of another; either may be empty. */
export interface WordChange {
  readonly here: string;
  readonly there: string;
}

/** Where two wordings differ, in order. Letter case, accents and marks do not count; the words are given as they stand. */
export function wordChanges(here: string, there: string): readonly WordChange[] {
  const parts = diffArrays(wordsOf(here), wordsOf(there), { comparator: (a, b) => foldName(a) === foldName(b) });
  const changes: WordChange[] = [];
  const nothing = { here: "", there: "" };
  let open: WordChange = nothing;
  const close = () => {
    if (open !== nothing) changes.push(open);
    open = nothing;
  };
  for (const { added, removed, value } of parts) {
    if (added) open = { ...open, there: value.join(" ") };
    else if (removed) open = { ...open, here: value.join(" ") };
    else close();
  }
  close();
  return changes;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
