import type { Step } from "./align.ts";
import type { ClaimWord } from "./claim.ts";
import type { Word } from "./words.ts";

/** Words that may have been left out behind a claim's first word. */
const MOST_LOST = 3;

/**
 * A claim may begin anywhere in the source, so that the alignment changes its first word rather than leave out words behind it: "I
 * lowered" would begin at "only" of "I only lowered". Where the first word stands a little before, it begins there.
 */
export function withWholeBeginning(
  steps: readonly Step[],
  claim: readonly ClaimWord[],
  source: readonly Word[],
): readonly Step[] {
  const [first, ...more] = steps;
  const [word, place] = [claim[0], first?.source ?? null];
  if (!word || place === null || first?.claim !== 0 || source[place]?.form === word.form) return steps;
  const lost = Array.from({ length: MOST_LOST }, (_, i) => i + 1);
  const back = lost.find((count) => source[place - count]?.form === word.form);
  if (back === undefined) return steps;
  const omitted = lost.slice(0, back).map((count) => ({ claim: null, source: place - back + count }));
  return [{ claim: 0, source: place - back }, ...omitted, ...more];
}
