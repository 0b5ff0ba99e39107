import { useLayoutEffect } from "preact/hooks";
import { type DraftState, draftAddress, draftQuoteAnchor } from "../navigation/draft-address.ts";
import { navigate } from "../navigation/use-location.ts";
import type { DraftCheck } from "./documents.ts";

export interface Problems {
  /** How many quotes need a look. */
  readonly count: number;
  /** Which of them is chosen, from 1; null for none. */
  readonly current: number | null;
  readonly next: () => void;
  readonly previous: () => void;
}

/** Steps through the quotes that need a look, round and round: by `n` and `p` as well, where nothing is being written. */
export function useProblems(check: DraftCheck | null, state: DraftState): Problems {
  const quotes = check?.quotes ?? [];
  const anchors = quotes.flatMap(({ needsALook }, place) => (needsALook ? [draftQuoteAnchor(place)] : []));
  const chosen = quotes.findIndex((_, place) => draftQuoteAnchor(place) === state.anchor);
  const at = anchors.indexOf(state.anchor);
  const behind = anchors.findIndex((anchor) => placeIn(anchor) > chosen);
  const show = (anchor: string | undefined) => {
    if (anchor !== undefined) navigate(draftAddress({ ...state, anchor }), "REPLACE");
  };
  const next = () => show(anchors[Math.max(0, behind)]);
  const previous = () => show(anchors.findLast((anchor) => placeIn(anchor) < chosen) ?? anchors.at(-1));
  // With the render, not after it: a key steps on from the problem that is shown.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === "n") next();
      if (event.key === "p") previous();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
  return { count: anchors.length, current: at < 0 ? null : at + 1, next, previous };
}

const placeIn = (anchor: string): number => Number(anchor.replace(/\D+/g, "")) - 1;

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
