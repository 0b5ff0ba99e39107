import { CLOCK } from "../clock.ts";
import { MAX_LABEL, readLabel } from "../label.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** `Speaker 1 [00:00:01] Good morning.`: the time in brackets, or with hours, parts the name from the words. */
const WORDS_BEHIND = new RegExp(
  String.raw`^[^[\]()]{1,60}?(?:\s?[[(]${CLOCK}[\])]|\s\d{2}:\d{2}:\d{2}(?:[.,]\d{1,3})?):?\s+(?=\S)`,
);

/**
 * `Ana Rehn  0:03`, `Ana Rehn (00:03)` and `Ana Rehn  9:02 AM` on a line of their own, with the words below, or with the words behind
 * the time: exports of recording services and of messages.
 */
export const NAME_AND_TIME: TurnLayout = {
  isOpenEnded: false,
  // Live blogs have the reporter's name and the time of the day above what the reporter writes.
  isSpoken: ({ count, speakingShare, firstPersonShare, isRepeated, isRecorded, quoting }) =>
    count >= 2 &&
    (isRecorded
      ? isRepeated || speakingShare >= 0.3
      : (firstPersonShare >= 0.5 || (isRepeated && speakingShare >= 0.6)) && quoting === 0),
  open({ text, line, next }) {
    if (!/\d:\d\d/.test(line.text.slice(0, MAX_LABEL))) return null;
    const inLine = WORDS_BEHIND.exec(line.text.slice(0, MAX_LABEL))?.[0].length ?? null;
    if (inLine === null && next === null) return null;
    const end = inLine === null ? line.end : line.start + inLine;
    const label = readLabel(text, { start: line.start, end });
    return label?.isMarked ? { wordsFrom: end, part: null, ...label } : null;
  },
};
