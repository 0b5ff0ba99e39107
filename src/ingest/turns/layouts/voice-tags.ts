import { spanText } from "../../../model/span.ts";
import { readLabel } from "../label.ts";
import { openingAt } from "../opening.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** `<v Ana Rehn>Good morning.</v>`, WebVTT's own way, where a file of cues was saved as text. */
const VOICE = /^<v(?:\.[^\s>]{1,40})?\s+([^<>]{1,80})>/;

export const VOICE_TAGS: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count }) => count >= 1,
  open({ text, line }) {
    const tag = VOICE.exec(line.text);
    if (tag === null) return null;
    const start = line.start + tag[0].length - 1 - (tag[1] ?? "").length;
    const span = { start, end: start + (tag[1] ?? "").length };
    const label = readLabel(text, span) ?? { speaker: spanText(text, span).trim() === "" ? null : span };
    return openingAt(span.end + 1, { ...label, isMarked: true });
  },
};
