import type { Sentence } from "../marks/narration.ts";
import { isDash } from "../text/token.ts";

/** What is told between two dashes within somebody's words is short; in items. */
const MAX_BETWEEN = 25;

/** Where a sentence goes on behind narration between two dashes, the first of them at `from`; null where there is none. */
export function behindDashes(sentence: Sentence, from: number): number | null {
  if (!isDash(sentence[from])) return null;
  for (let at = from + 1; at < Math.min(sentence.length, from + MAX_BETWEEN); at++) {
    if (isDash(sentence[at])) return at + 1;
    if (sentence[at]?.quote) return null;
  }
  return null;
}
