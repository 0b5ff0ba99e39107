import type { Span } from "../../model/span.ts";

/** A sign that may open or close a quotation, judged by its neighbours. */
export interface Mark extends Span {
  /** The sign: `"`, `“`, `''`... */
  readonly sign: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

const SIGNS = /''|``|’’|‘‘|["“”„«»‹›‘’'`「」『』]/g;
const LETTER = /[\p{L}\p{N}]/u;
const SPACE_OR_NONE = /^$|[\s\u200b([{\-–—/|>]/;
const WORD_START = /[\p{L}\p{N}$£€#@.…([‘'“"*-]/u;
const SENTENCE_MARK = /[.,!?…;:]/;
/** Words that begin with an apostrophe, after it: 'em, 'tis, 'cause, 'n', the '90s. */
const ELISION = /^(?:em|tis|twas|til|cause|n|bout|round|cuz|\d\ds?)(?![\p{L}\p{N}])/iu;
/** Longest elision with its neighbour, in UTF-16 units. */
const ELISION_REACH = 8;

/**
 * The marks of `text.slice(span.start, span.end)`. Apostrophes are left out, as far as the neighbours tell.
 * @param next What stands behind the span's end: where it opens with a single mark, one may be left open before it.
 */
export function readMarks(text: string, span: Span, next = ""): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(SIGNS)) {
    const start = span.start + match.index;
    const mark = readMark(text, span, start, match[0]);
    if (mark.canOpen || mark.canClose) marks.push(mark);
  }
  return dropApostrophes(text, span, marks, next);
}

function readMark(text: string, span: Span, start: number, found: string): Mark {
  const sign = found === "’’" ? "''" : found === "‘‘" ? "``" : found;
  const end = start + found.length;
  const before = start > span.start ? (text[start - 1] as string) : "";
  const after = end < span.end ? (text[end] as string) : "";
  return { start, end, sign, ...roles(sign, before, after, text.slice(end, end + ELISION_REACH)) };
}

function roles(sign: string, before: string, after: string, ahead: string): { canOpen: boolean; canClose: boolean } {
  const atWordStart = SPACE_OR_NONE.test(before) && WORD_START.test(after);
  const afterWord = before !== "" && !/[\s([{]/.test(before);
  switch (sign) {
    case "“":
    case "„":
    case "«":
    case "‹":
      return { canOpen: !(afterWord && SPACE_OR_NONE.test(after) && LETTER.test(before)), canClose: !atWordStart };
    case "「":
    case "『":
      return { canOpen: true, canClose: false };
    case "」":
    case "』":
      return { canOpen: false, canClose: true };
    case "”":
    case "»":
    case "›":
      return { canOpen: atWordStart, canClose: !atWordStart };
    case "‘":
      return { canOpen: atWordStart && !ELISION.test(ahead), canClose: false };
    case "’":
      return { canOpen: false, canClose: afterWord && !LETTER.test(after) };
    case "'":
    case "`":
      return {
        canOpen: atWordStart && !ELISION.test(ahead),
        canClose: afterWord && !LETTER.test(after),
      };
    default:
      return {
        canOpen: !afterWord || /[-–—/|>:;.,]/.test(before) || atWordStart,
        canClose: !atWordStart || after === "",
      };
  }
}

/**
 * Single marks only, from the end backwards: an apostrophe (`the voters' will`, `an' nobody`) looks like a closing mark,
 * and is none when a later mark closes better, that is after a stop or comma, before the next opening. An opening
 * with nothing to close it is an apostrophe too, unless it opens its paragraph, or the next paragraph opens with the same
 * sign and so goes on with it.
 */
function dropApostrophes(text: string, span: Span, marks: readonly Mark[], next: string): Mark[] {
  const kept: Mark[] = [];
  let openAtEnd = /^[‘']/.test(next);
  let closersAhead = 0;
  let betterAhead = false;
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i] as Mark;
    if (!isSingle(mark)) kept.push(mark);
    else if (isCloser(mark)) {
      if (betterAhead && endsWord(text, mark)) continue;
      betterAhead ||= SENTENCE_MARK.test(text[mark.start - 1] ?? "");
      closersAhead++;
      kept.push(mark);
    } else if (closersAhead > 0 || opensParagraph(span, mark) || (openAtEnd && next.startsWith(mark.sign))) {
      openAtEnd &&= closersAhead > 0;
      closersAhead = Math.max(0, closersAhead - 1);
      betterAhead = false;
      kept.push(mark);
    }
  }
  return kept.reverse();
}

const isCloser = ({ canOpen, canClose }: Mark): boolean => canClose && !canOpen;

const opensParagraph = (span: Span, { sign, start }: Mark): boolean => sign === "‘" && start === span.start;

const isSingle = ({ sign }: Mark): boolean => sign === "'" || sign === "’" || sign === "‘" || sign === "`";

/** "the voters' will", "an' nobody", "goin' home": right behind a letter, before a space. */
const endsWord = (text: string, mark: Mark): boolean =>
  LETTER.test(text[mark.start - 1] ?? "") && /\s/.test(text[mark.end] ?? "");
