import { paragraphAnchor, quoteAnchor } from "../navigation/article-address.ts";

interface Placed {
  readonly quote: { readonly id: string } | null;
  readonly paragraph: { readonly index: number } | null;
}

/** Where a hit stands on its article's page; empty for a hit in the title. */
export function hitAnchor({ quote, paragraph }: Placed): string {
  if (quote !== null) return quoteAnchor(quote.id);
  return paragraph === null ? "" : paragraphAnchor(paragraph.index);
}
