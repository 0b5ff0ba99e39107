import { cueWord } from "../lexicon/cue-lexicon.ts";
import { isFirstName, isListed, isVerbOrFunctionWord } from "../lexicon/gazetteer.ts";
import type { Token } from "../text/token.ts";

const VERB_TAG = /^(?:VB[DZPN]?|MD|RB)$/;

/** A verb or adverb of a headline, which has a capital there as names do: "Lund Vows to Stay". */
export const isHeadlineVerb = (token: Token): boolean =>
  isInflectedCue(token) ||
  (!mayBeNamed(token.lower) && (VERB_TAG.test(token.tag) || isVerbOrFunctionWord(token.lower)));

const mayBeNamed = (lower: string): boolean => isListed(lower, "LAST") || isFirstName(lower);

/** "vows", "slams": a cue verb that shows by its ending that it is none of a name's words. */
export const isInflectedCue = ({ lower }: Token): boolean => {
  const cue = cueWord(lower);
  return cue !== undefined && cue.lemma !== lower && !mayBeNamed(lower);
};
