import { foldName } from "../model/fold-name.ts";
import { WORD_CUT } from "../model/text-noise.ts";

/** What a word may be taken for. */
export interface WordReading {
  /** Folded: "Zürich" is "zurich", "1,500" is "1500", "9/11" and "AT&T" keep their sign, "F-16" is "f16". */
  readonly form: string;
  /** The words that may stand for it: "covid" and "19" for "COVID-19", "us" for "U.S."; mostly none. */
  readonly otherwise: readonly string[];
  /** Whether it is an initialism that is another word as well when written small: "US", "WHO". */
  readonly isInitialism: boolean;
}

export type TellWord = (reading: WordReading, start: number, end: number) => void;

/**
 * Tells of each word of a text without noise, in order. Plain words, nine of ten, are read letter by letter: the expression takes
 * twenty times as long.
 */
export function readWords(text: string, tell: TellWord): void {
  let at = 0;
  while (at < text.length) {
    const end = endOfLetters(text, at);
    if (end > at && isPlain(text, at, end)) {
      tell(toReading(text.slice(at, end).toLowerCase()), at, end);
      at = end;
    } else at = mayBeginWord(text.charCodeAt(at)) ? readSpecial(text, at, tell) : at + 1;
  }
}

function readSpecial(text: string, at: number, tell: TellWord): number {
  SPECIAL.lastIndex = at;
  const match = SPECIAL.exec(text);
  if (match === null) return at + 1;
  const end = at + match[0].length;
  for (const reading of readMatch(match, text)) if (reading.form !== "") tell(reading, at, end);
  return end;
}

const isCapitalCode = (code: number): boolean => code >= 65 && code <= 90;
const isLetterCode = (code: number): boolean => isCapitalCode(code) || (code >= 97 && code <= 122);
const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;
const DOLLAR = 36;
const mayBeginWord = (code: number): boolean =>
  code > 127 || isLetterCode(code) || isDigitCode(code) || code === DOLLAR;

/** Of the letters from `at` on; ASCII alone. */
function endOfLetters(text: string, at: number): number {
  let end = at;
  while (end < text.length && isLetterCode(text.charCodeAt(end))) end++;
  return end;
}

const PLAIN_ENDS = new Set(" \n\r\t,;:?!)]}\"'”’“‘…–—*_/");

/** Letters with nothing behind them that could make more of them, and that are no initials. */
function isPlain(text: string, start: number, end: number): boolean {
  const behind = text[end];
  if (behind === " " && text.startsWith("per", end - 3) && text.startsWith("cent", end + 1)) return false;
  if (isCapitalCode(text.charCodeAt(start)) && end - start > 1 && isCapitalCode(text.charCodeAt(end - 1))) return false;
  if (end - start <= MAX_INITIALS && text[end + 1] === "&") return false;
  if (behind === undefined || PLAIN_ENDS.has(behind)) return true;
  const next = text.charCodeAt(end + 1);
  return (behind === "." && !isLetterCode(next)) || (behind === "-" && isLetterCode(next));
}

/** Thousands parted by commas or by spaces that do not break, or any digits; then decimals. */
const NUMBER = String.raw`(?:\p{N}{1,3}(?:[,\u00A0\u2009\u202F]\p{N}{3})+(?!\p{N})(?:\.\p{N}+)?|\p{N}+(?:\.\p{N}+)*)`;
const SCALE = "[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion|mn?|bn?|tn?|[kMB]";
const NO_LETTER_BEHIND = String.raw`(?![\p{L}\p{M}\p{N}])`;
const MAX_INITIALS = 3;

/** What more than letters make, and any other word; the first alternative that matches wins. */
const SPECIAL = new RegExp(
  [
    // $5m, € 2.5 billion
    String.raw`(?<sign>[$€£¥])\s?(?<sum>${NUMBER})(?:[\s-]?(?<scale>${SCALE})${NO_LETTER_BEHIND})?`,
    // 9/11, 24/7
    String.raw`(?<slashed>\p{N}+(?:/\p{N}+)+)`,
    // 5 %, and per cent
    String.raw`(?<share>${NUMBER})\s?%`,
    String.raw`(?<percent>[Pp]er\scent)${NO_LETTER_BEHIND}`,
    // 1,500, 2.5, 15th
    String.raw`(?<number>${NUMBER}\p{L}*)`,
    // U.S., a.m.
    String.raw`(?<initials>\p{L}(?:\.\p{L})+)${NO_LETTER_BEHIND}\.?`,
    // AT&T, R & D
    String.raw`(?<joined>[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)+|\p{Lu}{1,${MAX_INITIALS}} & \p{Lu}{1,${MAX_INITIALS}}${NO_LETTER_BEHIND})`,
    // F-16, COVID-19
    String.raw`(?<model>\p{L}{1,5}[-\u2010\u2011]\p{N}+\p{L}{0,2})${NO_LETTER_BEHIND}`,
    // C++, C#
    String.raw`(?<signed>\p{L}[\p{L}\p{N}]*(?:\+\+?|#))${NO_LETTER_BEHIND}`,
    // the apostrophe that is a letter parts words as any other does
    String.raw`(?!\u02BC)[\p{L}\p{M}](?:(?!\u02BC)[\p{L}\p{M}\p{N}${WORD_CUT}])*`,
  ].join("|"),
  "uy",
);

/** What is said for a sign of money, and for a scale that is written short beside it. */
const CURRENCIES: Readonly<Record<string, string>> = { $: "dollars", "€": "euros", "£": "pounds", "¥": "yen" };
const SCALES: Readonly<Record<string, string>> = { k: "thousand", m: "million", b: "billion", t: "trillion" };

/** Sums and shares are the words that are said for them: "$5m" is "5 million dollars". */
function readMatch(match: RegExpExecArray, text: string): readonly WordReading[] {
  const {
    sign,
    sum = "",
    scale,
    slashed,
    share,
    percent,
    number,
    initials,
    joined,
    model,
    signed,
  } = match.groups ?? {};
  if (sign !== undefined) return [numberForm(sum), ...scaleWord(scale), CURRENCIES[sign] ?? ""].map(toReading);
  if (share !== undefined) return [numberForm(share), "percent"].map(toReading);
  if (number !== undefined) return [toReading(numberForm(number))];
  if (initials !== undefined) return [initialism(initials)];
  if (joined !== undefined) return [inParts(joined.toLowerCase().replaceAll(" ", ""), joined)];
  if (model !== undefined) return [inParts(partsOf(model).join(""), model)];
  if (signed !== undefined) return [inParts(signed.toLowerCase(), signed)];
  return [
    slashed !== undefined || percent !== undefined ? toReading(slashed ?? "percent") : readLetters(match[0], text),
  ];
}

const NOTHING: readonly string[] = [];

const toReading = (form: string): WordReading => ({ form, otherwise: NOTHING, isInitialism: false });

const inParts = (form: string, word: string): WordReading => ({ ...toReading(form), otherwise: partsOf(word) });

const partsOf = (word: string): readonly string[] => foldName(word).split(/[\s-]+/);

const scaleWord = (scale: string | undefined): readonly string[] =>
  scale === undefined ? [] : [scale.length > 2 ? scale.toLowerCase() : (SCALES[scale.charAt(0).toLowerCase()] ?? "")];

const numberForm = (number: string): string => number.replace(/[,\u00A0\u2009\u202F]/g, "").toLowerCase();

/**
 * Initialisms of the news that are small words, too, when written so: US, IT, WHO. Other small words in capitals are stressed, or
 * stand behind a name ("AM" of a member of an assembly).
 */
const SMALL_WORDS = new Set(["us", "it", "who"]);
const CAPITALS = /^\p{Lu}{2,5}$/u;

/** "U.N." is "un". Of letters that are another word as well ("U.S." and "us", "W.H.O." and "who") the stops are kept. */
function initialism(written: string): WordReading {
  const letters = foldName(written).replaceAll(" ", "");
  if (!SMALL_WORDS.has(letters)) return toReading(letters);
  return { form: withStops(letters), otherwise: [letters], isInitialism: true };
}

const withStops = (letters: string): string => [...letters].join(".");

function readLetters(word: string, text: string): WordReading {
  if (word.includes(WORD_CUT)) {
    const halves = word.split(WORD_CUT).map(foldName);
    return { ...toReading(halves.join("")), otherwise: halves };
  }
  const form = foldName(word).replaceAll(" ", "");
  if (!CAPITALS.test(word) || !SMALL_WORDS.has(form) || isShouted(text)) return toReading(form);
  return { form, otherwise: [withStops(form)], isInitialism: true };
}

/** A text of more words without a small letter is written in capitals; "US NAVY" need not be. */
const MOST_INITIALS = 3;

const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text) && (text.match(/\S+/g)?.length ?? 0) > MOST_INITIALS;
