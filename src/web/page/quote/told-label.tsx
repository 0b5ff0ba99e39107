import { assertionLabel } from "../../../model/assertion-label.ts";
import type { HowTold } from "../../../model/how-told.ts";

/** Before words that were not simply said, in words for every reader: "denies:". Nothing for what was. */
export function ToldLabel({ quote }: { readonly quote: HowTold }) {
  const label = assertionLabel(quote);
  return label === null ? null : (
    <p class="told" data-assertion={quote.assertion}>
      {label}:
    </p>
  );
}
