import { spanText } from "../../../model/span.ts";
import { CLOCK } from "../clock.ts";
import { readLabel } from "../label.ts";
import { isPersonal } from "../label-name.ts";
import type { LineInPlace, TurnLayout } from "../turn-layout.ts";

/** A name alone as a heading, as the term of a definition list, in bold type or on a line of its own, with the words below. */
export const NAME_HEADINGS: TurnLayout = {
  isOpenEnded: false,
  // An office with its holder in brackets tells of a house.
  isSpoken: ({ count, speakingShare, firstPersonShare, isRepeated, marked, holders }) =>
    count >= 2 &&
    (isRepeated
      ? speakingShare >= 0.3
      : marked === count && (firstPersonShare >= 0.7 || (holders > 0 && speakingShare >= 0.3))),
  open(place) {
    const { text, line, next } = place;
    if (next === null || next.emphasis !== null || !mayBeHeading(place)) return null;
    const label = readLabel(text, line);
    if (!label?.speaker || (line.emphasis === null && !isPersonal(spanText(text, label.speaker)))) return null;
    return { ...label, isMarked: line.emphasis !== null, wordsFrom: line.end, part: null };
  },
};

/** "00:00:01:12 - 00:00:04:03" above the name: exports of programs that cut film. */
const RANGE = new RegExp(String.raw`^${CLOCK}\s*[-–—]\s*${CLOCK}$`);

const mayBeHeading = ({ line, isAlone, opensBlock, previous }: LineInPlace): boolean =>
  !/[.!?:;,]$/.test(line.text) && (line.emphasis !== null || isAlone || opensBlock || RANGE.test(previous?.text ?? ""));
