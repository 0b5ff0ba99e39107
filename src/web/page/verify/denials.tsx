import { quoteAnchor } from "../navigation/article-address.ts";
import { CorrectionNote } from "../quote/correction-note.tsx";
import { SourceLine } from "../quote/source-line.tsx";
import { ToldLabel } from "../quote/told-label.tsx";
import type { Verification } from "./documents.ts";

/** Other places that have the words only to deny, refuse or suppose them, each by its sentence. */
export function Denials({ places }: { readonly places: Verification["disputedBy"] }) {
  const told = places.flatMap(({ quote, article }) => (quote === null ? [] : [{ quote, article }]));
  if (told.length === 0) return null;
  return (
    <section class="also" aria-labelledby="denials">
      <h2 id="denials">Against it</h2>
      <ul class="list">
        {told.map(({ quote, article }) => (
          <li key={quote.id}>
            <ToldLabel quote={quote} />
            <blockquote class="in-place">{quote.sentence.text}</blockquote>
            <CorrectionNote correction={quote.correction} />
            <SourceLine source={article} anchor={quoteAnchor(quote.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
