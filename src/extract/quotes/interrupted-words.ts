import { cueWord } from "../lexicon/cue-lexicon.ts";
import type { Item, Sentence } from "../marks/narration.ts";
import { isFiniteVerb } from "../text/token.ts";
import { behindDashes } from "./behind-dashes.ts";
import { isQuote } from "./marked-content.ts";
import { phraseBefore } from "./noun-phrase.ts";
import type { Statement } from "./statement.ts";

/**
 * Words in marks that go on behind what the speaker does meanwhile, between dashes: “It is” — Ana Rehn wiped her hands —
 * “the worst week.” Null where a sentence has none.
 */
export function interruptedWords(sentence: Sentence): Statement | null {
  for (let at = 0; at < sentence.length; at++) {
    const behind = isQuote(sentence[at]) ? behindDashes(sentence, at + 1) : null;
    const statement = behind !== null && isQuote(sentence[behind]) ? around(sentence, at, behind) : null;
    if (statement !== null) return sentence.slice(0, at).some(isCue) ? null : statement;
  }
  return null;
}

/** "Tom Marsh said: “It is” — Ana Rehn coughed — “the worst week.”": whoever is named before speaks. */
const isCue = ({ lower, tag }: Item): boolean => /^VB/.test(tag) && cueWord(lower) !== undefined;

/** The statement of the words at two places, with the verb and its subject between them. */
function around(sentence: Sentence, first: number, second: number): Statement | null {
  const verb = first + 2 + sentence.slice(first + 2, second).findIndex(isFiniteVerb);
  const source = verb > first + 2 ? phraseBefore(sentence, verb, first + 2) : null;
  if (source === null) return null;
  const contents = [first, second].map((from) => ({ from, to: from + 1 }));
  return { cue: { from: verb, to: verb + 1 }, source, contents, isWhole: true };
}
