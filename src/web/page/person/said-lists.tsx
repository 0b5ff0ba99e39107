import { quoteAnchor } from "../navigation/article-address.ts";
import { SourceDetails, SourceLine, SourceTitle } from "../quote/source-line.tsx";
import type { SaidQuote, Somebody } from "./documents.ts";
import { SaidCard } from "./said-card.tsx";

interface SaidListProps {
  readonly quotes: readonly SaidQuote[];
  readonly somebody: Somebody;
}

/** Quotes as they come, each with its article. */
export const SaidInOrder = ({ quotes, somebody }: SaidListProps) => (
  <ol class="hits">
    {quotes.map((quote) => (
      <li key={quote.id}>
        <SaidCard quote={quote} somebody={somebody}>
          <SourceLine source={quote.article} anchor={quoteAnchor(quote.id)} />
        </SaidCard>
      </li>
    ))}
  </ol>
);

/** Quotes in the order of time, those of one article under its title. */
export const SaidByArticle = ({ quotes, somebody }: SaidListProps) => (
  <ol class="occasions">
    {byArticle(quotes).map(([first, ...others]) => (
      <li key={first.id}>
        <header class="occasion">
          <h2>
            <SourceTitle source={first.article} anchor={quoteAnchor(first.id)} />
          </h2>
          <p class="source">
            <SourceDetails source={first.article} />
          </p>
        </header>
        <ol class="hits">
          {[first, ...others].map((quote) => (
            <li key={quote.id}>
              <SaidCard quote={quote} somebody={somebody} />
            </li>
          ))}
        </ol>
      </li>
    ))}
  </ol>
);

type Occasion = readonly [SaidQuote, ...SaidQuote[]];

/** Neighbours of one article together; the server gives an article's quotes in one go. */
function byArticle(quotes: readonly SaidQuote[]): readonly Occasion[] {
  const occasions: [SaidQuote, ...SaidQuote[]][] = [];
  for (const quote of quotes) {
    const last = occasions.at(-1);
    if (last?.[0].article.id === quote.article.id) last.push(quote);
    else occasions.push([quote]);
  }
  return occasions;
}
