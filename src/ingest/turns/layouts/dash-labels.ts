import { spanText } from "../../../model/span.ts";
import { readLabel } from "../label.ts";
import { isPersonal } from "../label-name.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** `Ana Rehn – We begin.`: a dash where others have a colon. Datelines and scores look so, too, but nobody comes again in them. */
const NAME_DASH = /^([^–—:.!?]{2,60}?)\s+(?:[–—-]|--)\s+(?=\S)/;

export const DASH_LABELS: TurnLayout = {
  isOpenEnded: true,
  isSpoken: ({ count, speakingShare, isRepeated }) => count >= 3 && isRepeated && speakingShare >= 0.3,
  open({ text, line }) {
    const match = NAME_DASH.exec(line.text);
    if (match === null) return null;
    const label = readLabel(text, { start: line.start, end: line.start + (match[1] ?? "").length });
    if (!label?.speaker || !isPersonal(spanText(text, label.speaker))) return null;
    return { ...label, wordsFrom: line.start + match[0].length, part: null };
  },
};
