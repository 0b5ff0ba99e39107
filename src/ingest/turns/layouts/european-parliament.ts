import { MAX_LABEL, readLabel } from "../label.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** `Ana Rehn (S&D). – Madam President, ...`, `President. – The next item ...`: a stop and a dash. */
const STOP_AND_DASH = /\.\s*[–—−-]\s+/;
/** The language of the words that follow, where it is not that of the report. */
const LANGUAGE = /^\((?:[A-Z]{2})\)\s*/;

export const EUROPEAN_PARLIAMENT: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count }) => count >= 2,
  open({ text, line }) {
    const match = STOP_AND_DASH.exec(line.text.slice(0, MAX_LABEL));
    const label = match && readLabel(text, { start: line.start, end: line.start + match.index });
    if (!match || !label) return null;
    const from = match.index + match[0].length;
    const language = LANGUAGE.exec(line.text.slice(from))?.[0].length ?? 0;
    return { wordsFrom: line.start + from + language, part: null, ...label };
  },
};
