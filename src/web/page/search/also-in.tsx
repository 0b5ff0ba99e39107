import { quoteAnchor } from "../navigation/article-address.ts";
import { SourceLine } from "../quote/source-line.tsx";
import type { Hit } from "./documents.ts";

type Elsewhere = Hit["alsoIn"][number];

/** Other articles that have the same words, and how they word them where they differ. */
export function AlsoIn({ places }: { readonly places: readonly Elsewhere[] }) {
  if (places.length === 0) return null;
  return (
    <details class="also-in">
      <summary>{places.length === 1 ? "Also in another article" : `Also in ${places.length} other articles`}</summary>
      <ul class="list">
        {places.map(({ article, quote, differences }) => (
          <li key={quote?.id ?? article.id}>
            <SourceLine source={article} anchor={quote === null ? "" : quoteAnchor(quote.id)} />
            {differences.length > 0 && <p class="note">{`Worded otherwise: ${differences.map(wording).join("; ")}`}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Difference = Elsewhere["differences"][number];

function wording({ here, there }: Difference): string {
  if (there === "") return `without “${here}”`;
  return here === "" ? `with “${there}”` : `“${there}” for “${here}”`;
}
