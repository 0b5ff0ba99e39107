import { PARTICLES } from "../../extract/entities/name-parts.ts";
import { cueWord, isCertainCue } from "../../extract/lexicon/cue-lexicon.ts";
import { isCommonWord, isVerbOrFunctionWord } from "../../extract/lexicon/gazetteer.ts";
import { isAddress, isRole } from "../../extract/lexicon/role-nouns.ts";
import type { Span } from "../../model/span.ts";
import { isNegationOrDenial } from "./negation.ts";

/** `Marta Selk: `, `Marta Selk, chairwoman, said: ` before words without marks. */
const LABEL = /^\s*(?<who>[^:\n“”"«»]{2,80}):\s+/u;
/** ` – Marta Selk` or ` (Marta Selk)` behind them. */
const SIGNATURE = /(?:\s[-–—―]{1,2}\s*(?<signed>[^\-–—―“”"«».!?()]{2,60})\.?|\s\((?<bracketed>[^()]{2,60})\)\.?)\s*$/u;
/** `, Selk said` or `, said Marta Selk`. */
const TAG = /[,!?]\s+(?<who>[^,“”"«»!?:]{2,60}?)\.?\s*$/u;
/** More words around a cue tell more than who spoke. */
const MAX_TAG_WORDS = 6;
/** A name with a title before it; what stands behind a comma may be longer. */
const MAX_NAME_WORDS = 6;

/** What of a text without quotation marks only tells who spoke, at its beginning and end. */
export function unmarkedAttributions(text: string): readonly Span[] {
  const label = LABEL.exec(text);
  const start = label?.groups?.who !== undefined && isSpeaker(label.groups.who) ? label[0].length : 0;
  const tail = tailOf(text);
  return [
    ...(start > 0 ? [{ start: 0, end: start }] : []),
    ...(tail !== null && tail >= start ? [{ start: tail, end: text.length }] : []),
  ];
}

function tailOf(text: string): number | null {
  const signature = SIGNATURE.exec(text);
  if (signature && isSpeaker(signature.groups?.signed ?? signature.groups?.bracketed ?? "")) return signature.index;
  const tag = TAG.exec(text);
  return tag?.groups?.who !== undefined && isTag(tag.groups.who) ? tag.index : null;
}

/** A name or an office, with whatever a comma or bracket adds, and perhaps a cue. */
function isSpeaker(who: string): boolean {
  const [head = ""] = who.split(/[,(]/);
  const words = wordsOf(head);
  const name = words.slice(0, cueAt(words));
  if (name.length < words.length && isPronoun(name)) return true;
  return name.length > 0 && name.length <= MAX_NAME_WORDS && !words.some(isDenial) && isName(name);
}

/** "Selk said on Monday", "said Marta Selk". */
function isTag(who: string): boolean {
  const words = wordsOf(who);
  const cue = cueAt(words);
  if (cue === words.length || words.length > MAX_TAG_WORDS || words.some(isDenial)) return false;
  const name = cue === 0 ? words.slice(1) : words.slice(0, cue);
  return isPronoun(name) || isName(name);
}

/** "He said": beside a cue it is as good as a name. */
const isPronoun = ([word = "", ...more]: readonly string[]): boolean =>
  more.length === 0 && /^(?:he|she|they)$/i.test(word);

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}][^\s]*/gu) ?? [];

const lowerOf = (word: string): string => word.toLowerCase().replace(/[.,]+$/, "");

/** The place of the word that says that somebody speaks; behind the last where none does. */
function cueAt(words: readonly string[]): number {
  const at = words.findIndex((word) => isCue(lowerOf(word)));
  return at < 0 ? words.length : at;
}

const isCue = (lower: string): boolean => cueWord(lower)?.frame === "SPEECH" || isCertainCue(lower);

const isDenial = (word: string): boolean => isNegationOrDenial(lowerOf(word));

/** Capitals, titles and what joins them; and not "Warning" or "The Truth", which are words like others. */
function isName(words: readonly string[]): boolean {
  const isPart = (word: string) => /^\p{Lu}/u.test(word) || isTitle(word) || LINKS.has(word) || PARTICLES.has(word);
  const isOwn = (word: string) => /^\p{Lu}/u.test(word) && !isOrdinary(lowerOf(word));
  return words.every(isPart) && (words.some(isOwn) || isTitle(words.at(-1) ?? ""));
}

const LINKS = new Set(["the", "of", "for", "and"]);

const isTitle = (word: string): boolean => isRole(lowerOf(word)) || isAddress(lowerOf(word));

const isOrdinary = (lower: string): boolean => isVerbOrFunctionWord(lower) || isCommonWord(lower);
