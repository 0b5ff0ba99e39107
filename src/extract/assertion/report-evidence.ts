import { stemmer } from "stemmer";
import { contains, firstFrom, type Span } from "../../model/span.ts";
import { cueWord } from "../lexicon/cue-lexicon.ts";
import type { Item, Sentence } from "../marks/narration.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import { isFiniteVerb } from "../text/token.ts";
import type { Polarity } from "./polarity.ts";

/** Words of a cue, a content and a source that are looked at. */
const MAX_WORDS = 12;
/** Of the sentence, in items. */
const MAX_SENTENCE = 80;
const SAYING =
  /^(?:said|says|say|saying|told|tells|wrote|writes|tweeted|added|argued|called|asked|announced|interview)$/;
const AUXILIARY = /^(?:have|has|had|having|'ve|'s|'d|is|are|was|were|be|been|being|am|'re|'m|do|does|did|to|n't|not)$/;
const MODAL = /^(?:will|wo|would|could|can|may|might|should|must|'ll|shall)$/;
const PERSONAL = /^(?:i|we|he|she|they|it|you|who)$/;

/**
 * What tells of a quote whether it reports words or an attitude, as the names of what is so.
 * @param sentence The sentence that the cue, or else the first words, stand in.
 */
export function reportEvidence(draft: DraftQuote, sentence: Sentence, { assertion }: Polarity): readonly string[] {
  const cue = draft.cue === null ? [] : itemsIn(sentence, draft.cue);
  const head = headOf(cue);
  const lemma = head === undefined ? "none" : stemmer(head.lower);
  const opening = openingOf(sentence, draft);
  return [
    `kind=${draft.kind}`,
    `assertion=${assertion}`,
    `basis=${draft.basis}`,
    `head=${lemma}`,
    `head+kind=${lemma} ${draft.kind === "INDIRECT" ? "bare" : "marked"}`,
    `head+opening=${lemma} ${opening}`,
    `opening=${opening}`,
    ...cueEvidence(cue, head, opening),
    ...sentenceEvidence(sentence, draft),
    ...sourceEvidence(sentence, draft),
    ...contentEvidence(sentence, draft),
  ];
}

function cueEvidence(cue: readonly Item[], head: Item | undefined, opening: string): readonly string[] {
  const lowers = cue.map(({ lower }) => lower);
  const frame = cueWord(head?.lower ?? "")?.frame ?? "none";
  return [
    `frame=${frame}`,
    `frame+opening=${frame} ${opening}`,
    `headTag=${head?.tag ?? "none"}`,
    `cueLength=${Math.min(cue.length, 6)}`,
    `cueEnds=${lowers.at(-1) ?? "none"}`,
    ...lowers.filter((lower) => /\p{L}/u.test(lower) && !AUXILIARY.test(lower)).map((lower) => `cue=${stemmer(lower)}`),
    ...cue.map(({ lower }) => `frames=${cueWord(lower)?.frame ?? "none"}`),
    ...(head === undefined ? [] : [`suffix=${head.lower.slice(-3)}`, `cueVerb=${/^VB/.test(head.tag)}`]),
    ...lowers.filter((lower) => MODAL.test(lower)).map(() => "modal"),
    ...lowers.filter((lower) => /^(?:n't|not|never|no)$/.test(lower)).map(() => "negated"),
    ...(lowers.some((lower) => /^(?:is|are|was|were|be|been)$/.test(lower)) ? ["copula"] : []),
  ];
}

/** Who speaks goes on speaking: words in marks, or a verb of saying, elsewhere in the sentence. */
function sentenceEvidence(sentence: Sentence, { cue }: DraftQuote): readonly string[] {
  const others = sentence.slice(0, MAX_SENTENCE).filter((item) => cue === null || !contains(cue, item));
  const speaks = others.some(({ lower, tag }) => /^VB/.test(tag) && SAYING.test(lower));
  return [
    ...(others.some(({ quote }) => quote !== null) ? ["quoteInSentence"] : []),
    ...(speaks ? ["sayingInSentence"] : []),
  ];
}

function sourceEvidence(sentence: Sentence, { source, cue }: DraftQuote): readonly string[] {
  const words = source === null ? [] : itemsIn(sentence, source);
  const head = words.findLast(({ tag }) => /^NN/.test(tag)) ?? words.at(-1);
  if (source === null || head === undefined) return ["source=none"];
  const form = PERSONAL.test(head.lower) ? head.lower : head.tag;
  const isNamed = words.some(({ tag }) => /^NNP/.test(tag));
  return [
    `source=${form}`,
    ...(isNamed ? ["sourceNamed"] : [`sourceHead=${stemmer(head.lower)}`]),
    cue !== null && source.start > cue.start ? "sourceBehind" : "sourceBefore",
  ];
}

function contentEvidence(sentence: Sentence, { spans, cue, marked }: DraftQuote): readonly string[] {
  const [first] = spans;
  const words = first === undefined ? [] : itemsIn(sentence, first);
  const isClause = words.some(isFiniteVerb);
  const position = cue === null || first === undefined ? "none" : first.start < cue.start ? "before" : "behind";
  return [
    `position=${position}`,
    `position+clause=${position} ${isClause}`,
    `contentLength=${Math.min(words.length, MAX_WORDS) >> 1}`,
    `second=${words[1]?.tag ?? "none"}`,
    ...(marked.length > 0 ? ["marked"] : []),
    ...(marked.some(({ utterance }) => utterance) ? ["utterance"] : []),
  ];
}

/** The word of a cue that tells most: its last word known to the lexicon, else its last verb, else its last noun or adjective. */
function headOf(cue: readonly Item[]): Item | undefined {
  const known = cue.find(({ lower, tag }) => cueWord(lower) !== undefined && /^VB/.test(tag));
  return (
    known ??
    cue.find(({ lower }) => cueWord(lower) !== undefined) ??
    cue.findLast(({ tag, lower }) => /^(?:VB|NN|JJ)/.test(tag) && !AUXILIARY.test(lower)) ??
    cue.at(-1)
  );
}

/** How the content begins: a small word by itself, other words by their part of speech. */
function openingOf(sentence: Sentence, { spans: [first] }: DraftQuote): string {
  const item = first === undefined ? undefined : itemsIn(sentence, first)[0];
  if (item === undefined) return "none";
  return /^(?:that|to|whether|if|what|how|who|why|for|of|about|it|the|a|as)$/.test(item.lower) ? item.lower : item.tag;
}

/** The items of a span, the first dozen. */
function itemsIn(sentence: Sentence, span: Span): readonly Item[] {
  const from = firstFrom(sentence, span.start + 1, ({ start }) => start) - 1;
  const items = sentence.slice(Math.max(0, from), Math.max(0, from) + MAX_WORDS);
  return items.filter((item) => contains(span, item) || (item.start < span.end && span.start < item.end));
}
