import type { Article } from "../model/article.ts";
import { isOwnWords } from "../model/assertion-label.ts";
import type { Entity } from "../model/entity.ts";
import { linkedAgent, linkedArticle, linkedData } from "../model/linked-data.ts";
import { isSureOfSpeaker } from "../model/quote.ts";
import type { Statement } from "../search/load-statements.ts";
import { quoteLink } from "./page-links.ts";
import { shownWords } from "./quote-row.ts";

/**
 * The quotes of an article as schema.org Quotations in a script of JSON-LD. Only what an
 * article has as said, in the speaker's own words, is one; whoever is not sure to have said it is not named.
 */
export function linkedQuotations(statements: readonly Statement[], pageUrl: string): string {
  const quotations = statements
    .filter(({ quote }) => isOwnWords(quote.kind) && quote.assertion === "ASSERTED")
    .map((statement) => toQuotation(statement, pageUrl));
  return `<script type="application/ld+json">${linkedData(quotations)}</script>`;
}

const toQuotation = ({ quote, article, speakers }: Statement, pageUrl: string) => ({
  "@type": "Quotation",
  text: shownWords({ quote, article }),
  url: quoteLink(pageUrl, article.id, quote.id),
  ...(speakers.length > 0 && isSureOfSpeaker(quote) && { spokenByCharacter: speakers.map(toAgent) }),
  isBasedOn: toSource(article),
});

const toAgent = ({ kind, name, authority }: Entity) => ({
  ...linkedAgent(name, kind),
  ...(authority !== null && authority.sameAs.length > 0 && { sameAs: authority.sameAs }),
});

const toSource = (article: Article) => ({
  ...linkedArticle(article),
  ...(article.author !== null && { author: { "@type": "Person", name: article.author } }),
});
