import { cueWord, isCertainCue, type UtteringFrame, utters } from "../lexicon/cue-lexicon.ts";
import type { Item, Sentence } from "../marks/narration.ts";

/** A verb that may have words in marks for what is said, in a sentence, with its auxiliaries: items `from` up to `to`. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly lemma: string;
  readonly frame: UtteringFrame;
  /** "was told", "is expected": the subject is not the speaker. */
  readonly passive: boolean;
  /** "adding that", "saying": it leans on the subject of an earlier verb. */
  readonly participle: boolean;
  /** "to say": no subject of its own beside it. */
  readonly infinitive: boolean;
}

const AUXILIARY =
  /^(?:have|has|had|'ve|'s|'d|having|is|are|was|were|be|been|being|am|'re|'m|will|would|could|can|may|might|should|must|do|does|did|n't|not|never|'ll|to|going)$/;
const HAVE = /^(?:have|has|had|'ve|'d|having|'s)$/;
const BE = /^(?:is|are|was|were|be|been|being|am|'re|'m|gets?|got)$/;
const VERB = /^VB/;
/** Auxiliaries and adverbs before a cue that are looked at. */
const MAX_GROUP = 6;

export function findCues(sentence: Sentence): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < sentence.length; at++) {
    const cue = cueAt(sentence, at);
    if (cue !== null) cues.push(cue);
  }
  return cues;
}

function cueAt(sentence: Sentence, at: number): Cue | null {
  const item = sentence[at] as Item;
  const word = cueWord(item.lower);
  if (word === undefined || !utters(word.frame) || !isVerbHere(sentence, at)) return null;
  const from = groupStart(sentence, at);
  const group = sentence.slice(from, at).map(({ lower }) => lower);
  return {
    from,
    to: hasParticle(sentence, at) ? at + 2 : at + 1,
    passive: isParticipleForm(item) && group.some((w) => BE.test(w)) && !endsWithHave(group),
    participle: item.tag === "VBG" && !group.some((w) => BE.test(w)),
    infinitive: group.includes("to"),
    lemma: word.lemma,
    frame: word.frame,
  };
}

/** "pointed out", "spelled out": the particle belongs to the verb. */
const hasParticle = (sentence: Sentence, at: number): boolean => sentence[at + 1]?.lower === "out";

const isParticipleForm = ({ lower, tag }: Item): boolean => tag === "VBN" || tag === "VBD" || lower.endsWith("ed");

function endsWithHave(group: readonly string[]): boolean {
  for (let i = group.length - 1; i >= 0; i--) {
    if (HAVE.test(group[i] as string)) return true;
    if (BE.test(group[i] as string)) return false;
  }
  return false;
}

function isVerbHere(sentence: Sentence, at: number): boolean {
  const item = sentence[at] as Item;
  const before = sentence[at - 1];
  if (/^\p{Lu}/u.test(item.word) && at > 0 && before?.quote === null && before.word !== ",") return false;
  if (isHearsay(sentence, at)) return false;
  if (isCertainCue(item.lower) || opensStatement(sentence, at)) return true;
  if (!VERB.test(item.tag)) return false;
  if (
    item.tag === "VBN" &&
    before?.word !== "," &&
    !sentence.slice(Math.max(0, at - MAX_GROUP), at).some(({ lower }) => HAVE.test(lower) || BE.test(lower))
  )
    return false;
  return !/^(?:DT|PRP\$|JJ|POS)$/.test(before?.tag ?? "") || before?.lower === "that";
}

/** "a voice said to be hers": whoever is said to be something says nothing. */
const isHearsay = (sentence: Sentence, at: number): boolean =>
  sentence[at]?.lower === "said" && sentence[at + 1]?.lower === "to" && sentence[at + 2]?.tag === "VB";

/** Right before marks, a colon or `that`: the tagger takes "stated" for a participle there. */
function opensStatement(sentence: Sentence, at: number): boolean {
  const after = hasParticle(sentence, at) ? at + 2 : at + 1;
  const [next, second] = [sentence[after], sentence[after + 1]];
  if (!/(?:ed|s)$/.test((sentence[at] as Item).lower) || !isSubject(sentence[at - 1])) return false;
  return next?.word === ":" || next?.lower === "that" || isQuoted(next) || (next?.word === "," && isQuoted(second));
}

const isQuoted = (item: Item | undefined): boolean => item !== undefined && item.quote !== null;

const isSubject = (item: Item | undefined): boolean => item !== undefined && /^(?:NN|NNP|NNPS|PRP|WP)/.test(item.tag);

function groupStart(sentence: Sentence, at: number): number {
  let from = at;
  while (from > 0 && at - from < MAX_GROUP) {
    const before = sentence[from - 1] as Item;
    if (!AUXILIARY.test(before.lower) && before.tag !== "RB") break;
    from--;
  }
  while (from < at && sentence[from]?.tag === "RB" && from === 0) from++;
  return from;
}
