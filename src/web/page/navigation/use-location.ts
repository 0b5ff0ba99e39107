import { useEffect, useState } from "preact/hooks";

/** Where the browser stands: the parts of its address that the page reads. */
export interface Place {
  readonly pathname: string;
  readonly parameters: URLSearchParams;
  /** Without the `#`; empty for none. */
  readonly anchor: string;
}

/** How a new address goes into the browser's history. */
export type HistoryMode =
  /** A step of its own, which the back button undoes. */
  | "PUSH"
  /** In the place of the present one: too small a change to go back to. */
  | "REPLACE"
  /** While typing: the first change is a step, those behind it take its place, until another mode ends the typing. */
  | "DRAFT";

interface HistoryState {
  readonly draft: boolean;
}

const MOVED = "verbatim:moved";

/** Shows this address without loading a page. */
export function navigate(address: string, mode: HistoryMode = "PUSH"): void {
  const isDraft = mode === "DRAFT";
  const wasDraft = (history.state as HistoryState | null)?.draft === true;
  const state: HistoryState = { draft: isDraft };
  if (mode === "REPLACE" || (isDraft && wasDraft)) history.replaceState(state, "", address);
  else history.pushState(state, "", address);
  window.dispatchEvent(new Event(MOVED));
}

/** The present place, now and whenever it changes. */
export function useLocation(): Place {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const update = () => setPlace(readPlace());
    const events = ["popstate", "hashchange", MOVED];
    for (const event of events) window.addEventListener(event, update);
    return () => {
      for (const event of events) window.removeEventListener(event, update);
    };
  }, []);
  return place;
}

const readPlace = (): Place => ({
  pathname: location.pathname,
  parameters: new URLSearchParams(location.search),
  anchor: decodeAnchor(location.hash.slice(1)),
});

function decodeAnchor(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return "";
  }
}
