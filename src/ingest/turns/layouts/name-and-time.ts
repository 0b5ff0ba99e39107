import { readLabel } from "../label.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** `Ana Rehn  0:03` and `Ana Rehn (00:03)` on a line of their own, with the words below: exports of recording services. */
export const NAME_AND_TIME: TurnLayout = {
  name: "name and time",
  isOpenEnded: false,
  isSpoken: ({ count, speakingShare, isRepeated }) => count >= 2 && (isRepeated || speakingShare >= 0.3),
  open({ text, line, next }) {
    if (next === null || !/\d:\d\d/.test(line.text)) return null;
    const label = readLabel(text, line);
    return label === null || label.seconds === null ? null : { ...label, wordsFrom: line.end, part: null };
  },
};
