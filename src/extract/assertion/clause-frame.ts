import type { Item, Sentence } from "../marks/narration.ts";
import { ASSERTED, HYPOTHETICAL, NOT_SAID, type Polarity } from "./polarity.ts";

/** What stands before the governing verb or its subject is looked at this far, in items. */
const REACH = 8;
const FAR_REACH = 14;
const CONDITION = /(?:^| )(?:(?<!even )if|unless|suppose|imagine|as though|whether)$/;
const NO_SPEAKER = /^(?:nobody|no one|none|neither|not one|no)\b/;
const NEVER_FIRST =
  /(?:^| )(?:never|nor|neither|nowhere|at no (?:point|time|stage)|in no way)(?: (?:has|have|had|did|does|do))?$/;
/** "there is no evidence that", "it is not true that", "denied that": what governs the whole clause. */
const DENIED_CLAUSE =
  /(?:^| )(?:no (?:evidence|record|proof|sign|trace|indication|basis|footage|recording)|not true|n't true|untrue|false|not the case|n't the case|a (?:lie|myth|hoax)|denied|denies|deny|denying|disproved?|debunked|falsely (?:claim(?:s|ed|ing)?|say(?:s|ing)?|said|report(?:s|ed|ing)|assert(?:s|ed)))(?: \S+){0,3}? (?:that|of)(?: \S+){0,6}$/;
const QUESTION_OPENER = /^(?:did|does|do|has|have|had|was|is|would|could|will)$/;

/**
 * What the clause around a cue and its subject makes of the statement: a condition ("if she says"), a question ("did she
 * say ...?"), a negative subject ("nobody said"), a clause that is itself denied ("no evidence that she said").
 * @param subject Where the clause's subject begins, or its verb where that comes first.
 * @param verb Where the governing verb begins.
 */
export function clauseFrame(sentence: Sentence, subject: number, verb: number): Polarity {
  const before = wordsBetween(sentence, subject - REACH, subject);
  const first = wordsBetween(sentence, subject, subject + 2);
  if (DENIED_CLAUSE.test(wordsBetween(sentence, verb - FAR_REACH, verb))) return NOT_SAID;
  if (NEVER_FIRST.test(before) || NO_SPEAKER.test(first)) return NOT_SAID;
  if (CONDITION.test(before) || /^(?:imagine|suppose)$/.test(sentence[0]?.lower ?? "") || isQuestion(sentence, subject))
    return HYPOTHETICAL;
  return ASSERTED;
}

/** "Did Ana Rehn say “…”?": the narrator asks it. Who asks why she said it takes it for said. */
function isQuestion(sentence: Sentence, subject: number): boolean {
  if (sentence.at(-1)?.word !== "?") return false;
  const opener = [subject - 1, subject].find((at) => QUESTION_OPENER.test(sentence[at]?.lower ?? ""));
  return opener !== undefined && !/^W/.test(sentence[opener - 1]?.tag ?? "");
}

/** Up to the nearest clause border before the end. */
function wordsBetween(sentence: Sentence, from: number, to: number): string {
  const words: string[] = [];
  for (let at = Math.min(to, sentence.length) - 1; at >= Math.max(0, from); at--) {
    const { quote, word, lower } = sentence[at] as Item;
    if (quote !== null || /^(?:[,;:–—-]|--)$/.test(word)) break;
    words.unshift(lower);
  }
  return words.join(" ");
}
