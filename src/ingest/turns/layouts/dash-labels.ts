import { spanText } from "../../../model/span.ts";
import { readLabel } from "../label.ts";
import { isNameLike, isPersonal } from "../label-name.ts";
import { isPart } from "../name-keys.ts";
import type { TurnLayout } from "../turn-layout.ts";

/**
 * `Ana Rehn – We begin.`, `REHN | We begin.`, `Rehn > We begin.`: a dash or a bar where others have a colon, or at the line's end. Datelines and scores look so, too,
 * but nobody comes again in them.
 */
const NAME_DASH = /^([^–—:.!?|]{2,60}?)\s+(?:[–—|>-]|--)(?:\s+(?=\S)|$)/;
const IN_CAPITALS = /^\p{Lu}[\p{Lu}'’-]{2,}$/u;

/** "Ana Rehn - Chief Executive Officer": what she is, rather than what she says. */
const isTitle = (words: string): boolean => /\s/.test(words) && isNameLike(words) && !/[.!?]$/.test(words);

export const DASH_LABELS: TurnLayout = {
  isOpenEnded: true,
  // Where two have the word by turns it is a talk, whatever they say.
  isSpoken: ({ count, speakingShare, isRepeated, returning }) =>
    count >= 3 && isRepeated && speakingShare >= (returning >= 2 ? 0.1 : 0.3),
  open({ text, line }) {
    const match = NAME_DASH.exec(line.text);
    if (match === null) return null;
    const label = readLabel(text, { start: line.start, end: line.start + (match[1] ?? "").length });
    const name = label?.speaker ? spanText(text, label.speaker) : "";
    if (label === null || isTitle(line.text.slice(match[0].length))) return null;
    if (label.speaker !== null && !isPart(name) && !isPersonal(name) && !IN_CAPITALS.test(name)) return null;
    return { wordsFrom: line.start + match[0].length, part: null, ...label };
  },
};
