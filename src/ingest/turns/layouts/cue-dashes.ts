import { openingAt } from "../opening.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** `- And then?` in subtitles: two speak in one cue, and nobody is named. Elsewhere a dash opens a point of a list. */
export const CUE_DASHES: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count }) => count >= 2,
  open({ line }) {
    const dash = line.seconds === null ? undefined : /^[-–—]\s*(?=\S)/.exec(line.text)?.[0];
    return dash === undefined ? null : openingAt(line.start + dash.length);
  },
};
