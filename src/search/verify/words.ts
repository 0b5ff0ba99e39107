import { foldName } from "../../model/fold-name.ts";
import type { Span } from "../../model/span.ts";
import { bridgeNoise, WORD_CUT } from "../../model/text-noise.ts";
import { joinNumbers } from "./number-words.ts";
import { oneSpelling } from "./spelling.ts";

/** A word of a text, or a number of one word or more, with what it is compared by. */
export interface Word extends Span {
  /**
   * Equal for words that differ in letter case, accents, kind of apostrophe or British and American spelling only, and for one number
   * in digits and in words.
   */
  readonly form: string;
}

/** First match wins: words whose first letter was changed ([I]f), initialisms (U.S.), "per cent", numbers with their sign, sums with a short scale ($5m), signs that are said as words, words. */
const WORD = new RegExp(
  [
    String.raw`\[\p{L}\](?=\p{L})[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*`,
    String.raw`(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?`,
    String.raw`(?<![\p{L}\p{N}])per cent(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}\p{Pd}])[-−](?=\p{N})\p{N}+(?:[.,]\p{N}+)*`,
    String.raw`(?<=[$€£¥]\s?)\p{N}+(?:[.,]\p{N}+)*(?:mn?|bn?|tn|k)(?![\p{L}\p{N}])`,
    String.raw`\p{N}+(?:[.,]\p{N}+)+(?![\p{L}])`,
    "[%&$€£¥]",
    String.raw`[\p{L}\p{M}\p{N}${WORD_CUT}]+(?:['’ʼ][\p{L}\p{M}\p{N}${WORD_CUT}]+)*`,
  ].join("|"),
  "giu",
);

const SAID_SIGNS: Readonly<Record<string, string>> = { "%": "percent", "per cent": "percent", "&": "and" };

/** Sounds that transcripts write down and nobody misses. */
const FILLERS = new Set(["um", "umm", "uh", "uhm", "erm"]);

/** The words of `text.slice(start, end)` in order, offsets into `text`; marks and hesitations are none, and noise is bridged. */
export function wordsIn(text: string, { start, end }: Span): Word[] {
  const words: Word[] = [];
  const bridged = bridgeNoise(text.slice(start, end));
  for (const match of bridged.text.matchAll(WORD)) {
    const form = formOf(match[0].replaceAll(WORD_CUT, ""));
    const last = match.index + match[0].length - 1;
    const span = { start: start + bridged.sourceOf(match.index), end: start + bridged.sourceOf(last) + 1 };
    if (!FILLERS.has(form)) words.push({ ...span, form });
  }
  return joinNumbers(words, text);
}

const PLAIN = /^[a-z]+$/i;
const NUMBER = /^[-−]?\p{N}/u;

function formOf(word: string): string {
  if (PLAIN.test(word)) return oneSpelling(word.toLowerCase());
  if (word.startsWith("[")) return formOf(word.replace(/[[\]]/g, ""));
  const lower = word.toLowerCase();
  if (lower in SAID_SIGNS) return SAID_SIGNS[lower] as string;
  if (NUMBER.test(word)) return numberForm(lower);
  const folded = foldName(word).replaceAll(" ", "");
  return folded === "" ? lower : oneSpelling(folded);
}

/** Without the commas between thousands; a minus is a minus, whichever sign it is. */
const numberForm = (number: string): string => number.replace("−", "-").replace(/,(?=\p{N}{3}(?!\p{N}))/gu, "");
