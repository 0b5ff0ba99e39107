import { readLabel } from "../label.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** `Ana Rehn  0:03` and `Ana Rehn (00:03)` on a line of their own, with the words below: exports of recording services. */
export const NAME_AND_TIME: TurnLayout = {
  isOpenEnded: false,
  // Live blogs have the reporter's name and the time of the day above what the reporter writes.
  isSpoken: ({ count, speakingShare, firstPersonShare, isRepeated, isRecorded }) =>
    count >= 2 && (isRecorded ? isRepeated || speakingShare >= 0.3 : firstPersonShare >= 0.5),
  open({ text, line, next }) {
    if (next === null || !/\d:\d\d/.test(line.text)) return null;
    const label = readLabel(text, line);
    return label === null || label.seconds === null ? null : { ...label, wordsFrom: line.end, part: null };
  },
};
