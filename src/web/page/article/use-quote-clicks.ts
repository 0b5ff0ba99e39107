import { useEffect } from "preact/hooks";

/**
 * Tells of clicks on marked words, by the id of the closest quote. For the pointer alone: the keyboard has the link
 * that opens each quote. Who selects words to copy them has clicked on none.
 */
export function useQuoteClicks(
  text: { readonly current: HTMLElement | null },
  onQuote: (quoteId: string) => void,
): void {
  useEffect(() => {
    const container = text.current;
    const listen = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || target.closest("a") !== null || !getSelection()?.isCollapsed) return;
      const quoteId = target.closest<HTMLElement>("[data-quote]")?.dataset.quote;
      if (quoteId !== undefined) onQuote(quoteId);
    };
    container?.addEventListener("click", listen);
    return () => container?.removeEventListener("click", listen);
  });
}
