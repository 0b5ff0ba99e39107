import { openingAt } from "../opening.ts";
import type { TurnLayout } from "../turn-layout.ts";

/** `>> Good morning.` of live captions: somebody else speaks, and the captions do not say who. */
export const CHEVRONS: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count }) => count >= 2,
  open({ line }) {
    const sign = /^(?:>>+|»»?)\s*/.exec(line.text)?.[0];
    // One guillemet is a bullet or a quotation mark.
    return sign === undefined || sign.trim() === "»" ? null : openingAt(line.start + sign.length, { isMarked: true });
  },
};
