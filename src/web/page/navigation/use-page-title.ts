import { useEffect } from "preact/hooks";

/** What the tab and the history call the page; also the first thing that a screen reader says of it. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "Verbatim" : `${title} – Verbatim`;
  }, [title]);
}
