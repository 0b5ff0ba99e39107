import { inHeadlineCase } from "./headline-case.ts";
import type { Token } from "./token.ts";

const CAPITAL = /^\p{Lu}\p{L}/u;
const SENTENCE_OPENER = /^(?:[.!?:;…“"„«‘'`([–—•*-]|\.{2,}|--|``|'')$/;
const VERB = /^(?:VB.?|MD)$/;
/** Auxiliaries and the like keep their tag where a writer shouts. */
const NEVER_NAMES =
  /^(?:is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|shall|should|must|might)$/;

/**
 * Mends what the tagger, which looks at words more than at capitals, takes for a verb: a name after "to" ("according
 * to David Cameron") or one spelled like a verb ("Tomas Reed", "in May"), and any noun after "according to".
 * @param inHeadline For each token whether its sentence is in the case of headlines, where capitals tell nothing.
 */
export function mendTags(tokens: readonly Token[], inHeadline = inHeadlineCase(tokens)): readonly Token[] {
  return tokens.map((token, at) => {
    if (!VERB.test(token.tag)) return token;
    if (!inHeadline[at] && isNameLike(tokens, at)) return { ...token, tag: "NNP" };
    return token.tag === "VB" && followsAccordingTo(tokens, at) ? { ...token, tag: "NN" } : token;
  });
}

function isNameLike(tokens: readonly Token[], at: number): boolean {
  const { word, lower } = tokens[at] as Token;
  if (!CAPITAL.test(word) || NEVER_NAMES.test(lower)) return false;
  return at > 0 && !SENTENCE_OPENER.test((tokens[at - 1] as Token).word);
}

const followsAccordingTo = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.lower === "to" && tokens[at - 2]?.lower === "according";
