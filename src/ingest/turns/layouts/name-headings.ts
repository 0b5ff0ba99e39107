import { spanText } from "../../../model/span.ts";
import { CLOCK, seconds, TO_CLOCK } from "../clock.ts";
import { readLabel } from "../label.ts";
import { isPersonal } from "../label-name.ts";
import type { LineInPlace, TurnLayout } from "../turn-layout.ts";

/** A name alone as a heading, as the term of a definition list, in bold type or on a line of its own, with the words below. */
export const NAME_HEADINGS: TurnLayout = {
  isOpenEnded: false,
  // An office with its holder in brackets tells of a house.
  isSpoken: ({ count, speakingShare, firstPersonShare, isListed, marked, holders }) =>
    count >= 2 &&
    (isListed
      ? speakingShare >= 0.3
      : marked === count && (firstPersonShare >= 0.7 || (holders > 0 && speakingShare >= 0.3))),
  open(place) {
    const { text, line, next, previous } = place;
    if (next === null || next.emphasis !== null || !mayBeHeading(place)) return null;
    const label = readLabel(text, line);
    if (label === null || !mayHaveWord(place, label.speaker && spanText(text, label.speaker))) return null;
    const time = TIME.exec(previous?.text ?? "")?.[1];
    return {
      ...{ wordsFrom: line.end, part: null, ...label },
      seconds: label.seconds ?? (time === undefined ? null : seconds(time)),
      isMarked: line.emphasis !== null,
    };
  },
};

/** @param name Null for somebody who is heard and not named: "Operator" */
const mayHaveWord = ({ line, isAlone }: LineInPlace, name: string | null): boolean =>
  name === null ? isAlone : line.emphasis !== null || isPersonal(name);

/** "0:07" above the name, and "00:00:01:12 - 00:00:04:03" in exports of programs that cut film. */
const TIME = new RegExp(`^(${CLOCK})${TO_CLOCK}?$`);

const mayBeHeading = ({ line, isAlone, opensBlock, previous }: LineInPlace): boolean =>
  !/[.!?:;,]$/.test(line.text) && (line.emphasis !== null || isAlone || opensBlock || TIME.test(previous?.text ?? ""));
