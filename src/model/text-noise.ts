/** Characters that show nothing, for a character class: soft hyphen, zero-width spaces and joiners, direction marks, word joiners, byte order mark. */
const INVISIBLE = String.raw`\u00AD\u200B-\u200F\u2060-\u2064\uFEFF`;
const INVISIBLES = new RegExp(`[${INVISIBLE}]+`, "gu");

/** Letters that print sets as one (ligatures), as they come out of a PDF. */
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "st",
  ﬆ: "st",
};
const LIGATURE = /[\uFB00-\uFB06]/gu;

/**
 * What stands in a bridged text where a hyphen at a line's end cut a word ("har-" and "vest" on the next line): the dot that
 * dictionaries put between syllables. Whether the word has a hyphen of its own ("long-term") nobody can tell there.
 */
export const WORD_CUT = "\u2027";

/** A letter, a hyphen, the end of a line, and a letter that goes on. */
const CUT = String.raw`(?<=\p{L})[-\u2010\u00AD]\r?\n[ \t]*(?=\p{L})`;
const NOISE = new RegExp(`${CUT}|[${INVISIBLE}]+|[\uFB00-\uFB06]`, "gu");
const HAS_NOISE = new RegExp(NOISE, "u");

/** A text to match words in, and where each of its characters stands in the text that it was made of. */
export interface BridgedText {
  readonly text: string;
  /** From an offset into the bridged text to one into the source; both UTF-16. */
  sourceOf(offset: number): number;
}

/**
 * The text as a reader sees it: without what shows nothing, ligatures as letters, and words that a line's end cut in one piece. A
 * name that goes on with a capital keeps its hyphen ("Ames-" and "Hale" are Ames-Hale).
 */
export function bridgeNoise(text: string): BridgedText {
  if (!HAS_NOISE.test(text)) return { text, sourceOf: (offset) => offset };
  const parts: string[] = [];
  const sources: number[] = [];
  let from = 0;
  for (const match of text.matchAll(NOISE)) {
    const end = match.index + match[0].length;
    const shown = shownFor(match[0], text[end] ?? "");
    for (let at = from; at < match.index; at++) sources.push(at);
    for (let i = 0; i < shown.length; i++) sources.push(match.index);
    parts.push(text.slice(from, match.index), shown);
    from = end;
  }
  for (let at = from; at < text.length; at++) sources.push(at);
  return { text: [...parts, text.slice(from)].join(""), sourceOf: (offset) => sources[offset] ?? text.length };
}

function shownFor(noise: string, behind: string): string {
  if (noise.includes("\n")) return /\p{Lu}/u.test(behind) ? "-" : WORD_CUT;
  return LIGATURES[noise] ?? "";
}

/** With letters of their own in place of those that print sets as one. */
export const withoutLigatures = (text: string): string =>
  text.replace(LIGATURE, (letter) => LIGATURES[letter] ?? letter);

/** The same text without offsets, and without a sign where a word was cut. */
export const readable = (text: string): string => bridgeNoise(text).text.replaceAll(WORD_CUT, "");

/** Letters alone, and nothing that does not show. */
export const plainLetters = (text: string): string => withoutLigatures(text.replace(INVISIBLES, ""));
