import { CLOCK, TO_CLOCK } from "../clock.ts";
import { readLabel } from "../label.ts";
import { isSound } from "../sound-words.ts";
import type { TurnLayout } from "../turn-layout.ts";

/**
 * `[Ana Rehn] Good morning.`, `[00:03.000 --> 00:07.200] [SPEAKER_01] Good morning.`: programs that write down what they hear. Sounds stand in
 * brackets as well.
 */
const NAME_IN_BRACKETS = new RegExp(String.raw`^(?:[[(]?${CLOCK}${TO_CLOCK}?[\])]?\s+)?\[([^[\]]{2,60})\]:?\s+(?=\S)`);

export const BRACKETED_NAMES: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count, heard, isRepeated, speakingShare }) =>
    count >= 2 && (isRepeated || heard >= 2) && speakingShare >= 0.3,
  open({ text, line }) {
    const match = NAME_IN_BRACKETS.exec(line.text);
    if (match === null || isSound(match[1] ?? "")) return null;
    const wordsFrom = line.start + match[0].length;
    const label = readLabel(text, { start: line.start, end: line.start + match[0].lastIndexOf("]") + 1 });
    return label && { wordsFrom, part: null, ...label, isMarked: true };
  },
};
