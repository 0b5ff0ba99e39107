import { readLabel } from "../label.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** `**Ana Rehn** Good morning.`: a name in bold type, without a colon, right before the words. */
export const RUN_IN_NAMES: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count, speakingShare, firstPersonShare, isRepeated }) =>
    count >= 2 && (isRepeated ? speakingShare >= 0.2 : firstPersonShare >= 0.5),
  open({ text, line }) {
    if (line.boldEnd === null || line.boldEnd <= line.start) return null;
    const label = readLabel(text, { start: line.start, end: line.boldEnd });
    return label && { wordsFrom: line.boldEnd, part: null, ...label, isMarked: true };
  },
};
