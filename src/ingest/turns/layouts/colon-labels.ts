import { isClause, MAX_LABEL, readLabel } from "../label.ts";
import { isNoName } from "../label-name.ts";
import type { LayoutEvidence } from "../layout-evidence.ts";
import { type Opening, openingAt } from "../opening.ts";
import type { LineInPlace, TurnLayout } from "../turn-layout.ts";
import { isNameWithTitle } from "./name-and-title.ts";

/**
 * `NAME:`, `Name (role):`, `LENA REHN, HOST:`, `The Secretary of State (Ana Rehn):`, `[20:01:15] NAME:`, `>> NAME:`, `**Name:**`,
 * `Name (00:03):` at the beginning of a line.
 */
export const COLON_LABELS: TurnLayout = {
  isOpenEnded: true,
  isSpoken: areSpeakers,
  open(place) {
    const { text, line } = place;
    const colon = labelColon(line.text);
    if (colon < 0) return null;
    if (isHeadOfList(place, colon)) return null;
    const label = readLabel(text, { start: line.start, end: line.start + colon });
    return label && { wordsFrom: line.start + wordsFrom(line.text, colon), part: null, ...label };
  },
};

/** "Conference participants:" above "Ana Rehn - Analyst". */
const isHeadOfList = ({ line, next }: LineInPlace, colon: number): boolean =>
  colon === line.text.length - 1 && next !== null && isNameWithTitle(next.text);

/** Which colon ends a label: the first that is in no brackets and no time, and that a space, a sign or the line's end follows. */
export function labelColon(line: string): number {
  let depth = 0;
  const end = Math.min(line.length, MAX_LABEL);
  for (let i = 0; i < end; i++) {
    const sign = line[i] as string;
    if (sign === "(" || sign === "[") depth += 1;
    else if (sign === ")" || sign === "]") depth -= 1;
    else if (depth <= 0 && endsLabel(line, i)) return i;
    else if (depth <= 0 && /[!?;]/.test(sign)) return -1;
  }
  return -1;
}

/** "12:30" and "https://" hold a colon as well; that of East Asian type needs no space. */
function endsLabel(line: string, at: number): boolean {
  if (line[at] !== ":") return line[at] === "：";
  const behind = line.slice(at + 1, at + 2);
  return /^(?:\s|$|["“„«*_])/.test(behind) || (/\p{Lu}/u.test(behind) && /\p{L}{2}$/u.test(line.slice(0, at)));
}

/** Behind the colon and the signs of bold type that close behind it. */
const wordsFrom = (line: string, colon: number): number =>
  colon + 1 + (/^(?:\*{1,3}|_{1,3})?\s*/.exec(line.slice(colon + 1))?.[0].length ?? 0);

/** So many of the labels look like names where people come again who say neither I nor you. */
const MIN_NAMES = 0.6;

/** A colon follows the names of players and candidates, too: then nobody has the word twice, and nobody says I or you. */
function areSpeakers(found: LayoutEvidence): boolean {
  const { count, isTranscript, isSpeech, inCapitals, marked, personal, selfShare } = found;
  if (isTranscript && (inCapitals > 0 || personal > 0)) return true;
  if (isSpeech) return personal > 0 && (inCapitals > 0 || marked > 0) && selfShare > 0;
  return count >= 2 && takeTurns(found);
}

function takeTurns(found: LayoutEvidence): boolean {
  const { count, inCapitals, marked, personal, heard, holders, speakingShare } = found;
  const areNames = Math.max(inCapitals, personal) >= MIN_NAMES * count;
  if (found.isRepeated || (found.isRecorded && marked >= 2)) return areNames || speakingShare >= 0.2;
  if (heard >= 2 && heard + Math.max(inCapitals, personal) >= MIN_NAMES * count) return speakingShare >= 0.3;
  if (holders > 0 && areNames) return speakingShare >= 0.3;
  const areTold = Math.max(inCapitals, personal, marked) >= 2 && found.sentenceShare >= 0.5;
  return areTold && found.firstPersonShare >= 0.5 && found.selfShare >= 0.2;
}

/** A line in capitals before a colon, which is not understood: somebody else speaks, and nobody is named. */
export const unreadLabel = (place: LineInPlace): Opening | null => openedByNobody(place, isInCapitals);

const isInCapitals = (head: string): boolean => /\p{Lu}{2}/u.test(head) && !/\p{Ll}/u.test(withoutBrackets(head));

/** Where nearly every paragraph has a label, one in small letters ("From the gallery: ...", "Le président: ...") is a label as well. */
export const unreadHead = (place: LineInPlace): Opening | null =>
  openedByNobody(place, (head, words) => isInCapitals(head) || mayLabel(head, words));

const mayLabel = (head: string, words: string): boolean =>
  HEAD.test(withoutBrackets(head)) && /^["“«‘'¿¡—–]*\p{Lu}/u.test(words) && !isClause(head) && !isNoName(head);

/** A few words, the first with a capital: in the hearings of the transcripts in training no other paragraph of 1,800 begins so. */
const HEAD = /^\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){0,4}$/u;

const withoutBrackets = (head: string): string => head.replace(/\s*(?:\([^()]*\)|\[[^[\]]*\])/g, "");

function openedByNobody({ line }: LineInPlace, isHead: (head: string, words: string) => boolean): Opening | null {
  const colon = labelColon(line.text);
  if (colon < 0 || !isHead(line.text.slice(0, colon), line.text.slice(colon + 1).trimStart())) return null;
  return openingAt(line.start + wordsFrom(line.text, colon));
}
