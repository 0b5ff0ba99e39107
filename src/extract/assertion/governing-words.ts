import { cueWord } from "../lexicon/cue-lexicon.ts";
import type { Item, Sentence } from "../marks/narration.ts";

/** Auxiliaries, adverbs and negations that one verb has before it, in items. */
const MAX_GROUP = 6;
/** How far before an infinitive or -ing form the verb that governs it may stand ("want the mayor of the town to say"), in items. */
const MAX_REACH = 8;
/** "did not want to agree to refuse to say": verbs that lean on one another. */
const MAX_VERBS = 4;

const AUXILIARY =
  /^(?:have|has|had|'ve|'s|'d|having|is|are|was|were|be|been|being|am|'re|'m|will|wo|would|could|can|ca|may|might|should|must|shall|do|does|did|n't|'ll|to|going|got|gets)$/;
const QUESTION_AUXILIARY = /^(?:do|does|did|will|would|could|can|should|may|might|has|have|had|is|was|were)$/;
/** "heard her say", "let him say": a bare infinitive follows their object. */
const BARE_INFINITIVE = /^(?:hears?|heard|sees?|saw|lets?|makes?|made|helps?|helped|imagine|have|had)$/;
/** A preposition that binds an -ing form to the verb before it: "misquoted as saying", "balked at taking", "stopped short of saying". */
const BINDS_ING = /^(?:as|of|at|from|without|about|with)$/;
const BOUNDARY = /^(?:[,;:()[\].!?–—]|--)$/;
const RELATIVE = /^(?:W|EX)/;
/** Behind them another clause begins. */
const OPENS_CLAUSE = /^(?:that|because|while|although|though|so|than)$/;

const isAdverb = ({ tag, lower }: Item): boolean => /^RB/.test(tag) || lower === "never" || lower === "not";
/** "May" and "Will" are names, too. */
const isAuxiliary = ({ lower, tag }: Item): boolean => AUXILIARY.test(lower) && tag !== "NNP";
const isVerb = ({ tag, quote }: Item): boolean => quote === null && /^VB/.test(tag);
const isBaseForm = (item: Item): boolean => item.tag === "VB" || cueWord(item.lower)?.lemma === item.lower;

/**
 * Where the words that govern a verb begin: its own auxiliaries and negation, and the verbs that it leans on, as far as
 * it is an infinitive or -ing form ("would not | say", "refused to pledge to | open", "was misquoted as | saying").
 * A finite verb governs itself. At most some forty items are looked at.
 */
export function governingStart(sentence: Sentence, verb: number): number {
  let at = verb;
  let start = groupStart(sentence, at);
  for (let verbs = 1; verbs < MAX_VERBS; verbs++) {
    const governor = governorOf(sentence, at, start);
    if (governor === null) break;
    at = governor;
    start = groupStart(sentence, at);
  }
  return start;
}

/** The verb that an infinitive or -ing form leans on; null where it leans on none. */
function governorOf(sentence: Sentence, verb: number, start: number): number | null {
  const head = sentence[verb] as Item;
  const before = sentence[start - 1];
  if (before === undefined) return null;
  const group = sentence.slice(start, verb).map(({ lower }) => lower);
  if (group.includes("to")) return verbBefore(sentence, start, isVerb);
  if (head.lower.endsWith("ing") || group.includes("having")) return governorOfIng(sentence, start, before);
  if (group.length > 0 && !group.every((word) => !AUXILIARY.test(word))) return null;
  if (!isBaseForm(head)) return null;
  if (/^(?:and|or|nor|but)$/.test(before.lower)) return verbBefore(sentence, start - 1, isBaseForm);
  return verbBefore(sentence, start, ({ lower }) => QUESTION_AUXILIARY.test(lower) || BARE_INFINITIVE.test(lower));
}

function governorOfIng(sentence: Sentence, start: number, before: Item): number | null {
  if (isVerb(before)) return start - 1;
  return BINDS_ING.test(before.lower) ? verbBefore(sentence, start, isVerb) : null;
}

/** The nearest wanted item before `end` within the clause. */
function verbBefore(sentence: Sentence, end: number, isWanted: (item: Item) => boolean): number | null {
  for (let at = end - 1; at >= 0 && at >= end - MAX_REACH; at--) {
    const item = sentence[at] as Item;
    if (item.quote !== null || BOUNDARY.test(item.word) || RELATIVE.test(item.tag) || OPENS_CLAUSE.test(item.lower))
      return null;
    if (isWanted(item)) return at;
    if (isVerb(item) && !AUXILIARY.test(item.lower) && !/^VB[GN]$/.test(item.tag)) return null;
  }
  return null;
}

function groupStart(sentence: Sentence, verb: number): number {
  let from = verb;
  while (from > 0 && verb - from < MAX_GROUP) {
    const before = sentence[from - 1] as Item;
    const isParenthesis =
      before.word === "," && sentence[from - 3]?.word === "," && isAdverb(sentence[from - 2] as Item);
    if (isParenthesis) from -= 3;
    else if (before.quote === null && (isAuxiliary(before) || isAdverb(before))) from--;
    else break;
  }
  return from;
}
