import { readLabel } from "../label.ts";
import { openingAt } from "../opening.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** A longer cell before the words is no name, in UTF-16 units. */
const MAX_CELL = 60;
const SENTENCE_END = /[.!?…]$/;

/**
 * Rows of a table: the name, perhaps with a time before or behind it in a cell of its own, and the words in the last cell. A row whose
 * short cell is not understood is somebody else's.
 */
export const TABLE_ROWS: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count, speakingShare, firstPersonShare, isRepeated }) =>
    count >= 2 && (isRepeated ? speakingShare >= 0.2 : firstPersonShare >= 0.5),
  open({ text, line }) {
    const tab = line.text.lastIndexOf("\t");
    if (tab < 1 || tab === line.text.length - 1) return null;
    const label = readLabel(text, { start: line.start, end: line.start + line.text.slice(0, tab).trimEnd().length });
    if (label === null && (tab > MAX_CELL || SENTENCE_END.test(line.text.slice(0, tab).trimEnd()))) return null;
    return openingAt(line.start + tab + 1, { ...label, isMarked: true });
  },
};
