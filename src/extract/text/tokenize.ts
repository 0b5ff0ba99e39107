import type { Span } from "../../model/span.ts";
import { bridgeNoise, WORD_CUT } from "../../model/text-noise.ts";
import { ABBREVIATIONS, NAME_ENDINGS } from "./abbreviations.ts";

/** A piece of text before it has a part of speech. */
export interface RawToken extends Span {
  readonly word: string;
}

/** A word longer than this is data, not language, and is cut: keeps every later step linear in the text. UTF-16 units. */
const MAX_WORD = 200;

/**
 * Alternatives, first match wins; each starts where the one before cannot go on, so that matching never backtracks:
 * initialisms (U.S.), numbers (3.5, 15th), words with inner hyphens and apostrophes, doubled marks, any other sign.
 */
const PIECE = new RegExp(
  [
    String.raw`\p{L}\.(?:\p{L}\.)+`,
    String.raw`\p{N}{1,${MAX_WORD}}(?:[.,:]\p{N}{1,${MAX_WORD}}){0,9}\p{L}{0,20}`,
    String.raw`[\p{L}\p{M}][\p{L}\p{M}\p{N}${WORD_CUT}]{0,${MAX_WORD}}(?:[-‑’'&][\p{L}\p{M}\p{N}]{1,${MAX_WORD}}){0,9}`,
    String.raw`\.{2,9}`,
    "''",
    "``",
    "--",
    String.raw`\S`,
  ].join("|"),
  "gu",
);

/** `didn't` is `did` + `n't`, `Aliyev’s` is `Aliyev` + `’s`, as taggers expect. */
const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;
const APOSTROPHE = /['’]/;

/**
 * Words, numbers and marks of `text.slice(start, end)`, with offsets into `text`. Noise is bridged: a word with soft hyphens or
 * ligatures, or cut by a line's end, is one token, spelled as a reader sees it.
 */
export function tokenize(text: string, { start, end }: Span): RawToken[] {
  const tokens: RawToken[] = [];
  const bridged = bridgeNoise(text.slice(start, end));
  const tell = (word: string, from: number) => {
    const last = from + word.length - 1;
    tokens.push({
      start: start + bridged.sourceOf(from),
      end: start + bridged.sourceOf(last) + 1,
      word: spelled(word),
    });
  };
  for (const match of bridged.text.matchAll(PIECE)) tellPieces(match[0], match.index, tell);
  return joinAbbreviations(text, tokens);
}

const spelled = (word: string): string => word.replaceAll("’", "'").replaceAll(WORD_CUT, "");

function tellPieces(piece: string, from: number, tell: (word: string, from: number) => void): void {
  const clitic = piece.length > 2 && APOSTROPHE.test(piece) ? CLITIC.exec(piece) : null;
  const [, head = piece, tail = ""] = clitic ?? [];
  tell(head, from);
  if (tail !== "") tell(tail, from + head.length);
}

/** Puts the stop of `Mr.` and of initials (`J.`) into their token, so that it ends no sentence. */
function joinAbbreviations(text: string, tokens: readonly RawToken[]): RawToken[] {
  const joined: RawToken[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as RawToken;
    const stop = tokens[i + 1];
    if (stop?.word === "." && stop.start === token.end && keepsStop(text, token, tokens[i + 2])) {
      joined.push({ start: token.start, end: stop.end, word: `${token.word}.` });
      i++;
    } else {
      joined.push(token);
    }
  }
  return joined;
}

const INITIAL = /^\p{Lu}$/u;
const LOWER_START = /^[\p{Ll},;]/u;

function keepsStop(text: string, token: RawToken, next: RawToken | undefined): boolean {
  if (next === undefined || text.slice(token.end, next.start).includes("\n")) return false;
  if (INITIAL.test(token.word)) return token.word !== "I";
  const lower = token.word.toLowerCase();
  if (lower === "no" || lower === "mar" || lower === "jun") return /^\p{N}/u.test(next.word);
  if (ABBREVIATIONS.has(lower)) return token.word !== lower || lower === "vs";
  return NAME_ENDINGS.has(lower) && LOWER_START.test(next.word);
}
