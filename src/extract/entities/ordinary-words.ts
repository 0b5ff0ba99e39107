import { cueWord } from "../speakers/cue-lexicon.ts";
import type { Token } from "../text/token.ts";
import { isFirstName, isListed, isVerbOrFunctionWord } from "./gazetteer.ts";

const VERB_TAG = /^(?:VB[DZPN]?|MD|RB)$/;

/** A verb or adverb of a headline, which has a capital there as names do: "Lund Vows to Stay". */
export const isHeadlineVerb = ({ lower, tag }: Token): boolean =>
  !isListed(lower, "LAST") &&
  !isFirstName(lower) &&
  (VERB_TAG.test(tag) || isVerbOrFunctionWord(lower) || isInflectedCue(lower));

/** "vows", "slams": a cue verb that shows by its ending that it is none of a name's words. */
const isInflectedCue = (lower: string): boolean => {
  const cue = cueWord(lower);
  return cue !== undefined && cue.lemma !== lower;
};
