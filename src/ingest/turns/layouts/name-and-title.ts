import { spanText } from "../../../model/span.ts";
import { readLabel } from "../label.ts";
import { openingAt } from "../opening.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** `Ana Rehn -- Chief Executive Officer`, `Ana Rehn | Chief Executive Officer` on a line of its own, with the words below: calls with investors. */
const NAME_DASH_TITLE = /^[^.!?:;]{2,60}\s(?:--|[–—|-])\s[^.!?:;]{2,80}$/;

/** Whether a line may be a name with what the person is. */
export const isNameWithTitle = (line: string): boolean => NAME_DASH_TITLE.test(line);

export const NAME_AND_TITLE: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count, speakingShare, firstPersonShare, isRepeated }) =>
    count >= 2 && (isRepeated ? speakingShare >= 0.3 : firstPersonShare >= 0.6),
  open({ text, line, next }) {
    if (next === null) return null;
    if (/^(?:\*\*)?Operator(?:\*\*)?$/.test(line.text)) return openingAt(line.end);
    const label = isNameWithTitle(line.text) ? readLabel(text, line) : null;
    if (!label?.speaker || label.role === null || !/\s/.test(spanText(text, label.speaker))) return null;
    return { wordsFrom: line.end, part: null, ...label };
  },
};
