import { readLabel } from "../label.ts";
import { isPersonal } from "../label-name.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** "@vstolt", "@vstolt · Mar 12": below the name of whoever posted it. */
const HANDLE = /^@\w[\w.-]{0,38}\w(?:@[\w.-]+)?(?:\s+·\s.{1,40})?$/;

/** Copied posts: a name, a handle below it, and then the words. */
export const POSTS: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count }) => count >= 1,
  open({ text, line, next }) {
    if (next === null || !HANDLE.test(next.text)) return null;
    const label = readLabel(text, line);
    // A sentence above somebody's handle is another's words.
    if (label?.speaker?.end !== line.end || !isPersonal(line.text)) return null;
    return { wordsFrom: next.end, part: null, ...label, isMarked: true };
  },
};
