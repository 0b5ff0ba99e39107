import { isUnnamed } from "../label-name.ts";
import { openingAt } from "../opening.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** `[09:02] <arehn> good morning`: logs of chat rooms, where a message is a line. */
const NICKNAME = /^(?:[[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?\s+)?<[@+%&~ ]?([^\s<>/]{1,30})>\s+(?=\S)/;

export const CHAT_NICKNAMES: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count, isRepeated }) => count >= 3 && isRepeated,
  open({ line }) {
    const match = NICKNAME.exec(line.text);
    const name = match?.[1];
    if (match === null || name === undefined) return null;
    const start = line.start + match[0].lastIndexOf(name);
    const speaker = isUnnamed(name) ? null : { start, end: start + name.length };
    return openingAt(line.start + match[0].length, { speaker, isMarked: true });
  },
};
