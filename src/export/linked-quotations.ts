import type { Article } from "../model/article.ts";
import { isOwnWords } from "../model/assertion-label.ts";
import type { Entity } from "../model/entity.ts";
import { isSureOfSpeaker } from "../model/quote.ts";
import { schemaTypeOf } from "../model/schema-type.ts";
import type { Statement } from "../search/load-statements.ts";
import { quoteLink } from "./page-links.ts";
import { shownWords } from "./quote-row.ts";

/**
 * The quotes of an article as schema.org Quotations in a script of JSON-LD (https://www.w3.org/TR/json-ld11/). Only what an
 * article has as said, in the speaker's own words, is one; whoever is not sure to have said it is not named.
 */
export function linkedQuotations(statements: readonly Statement[], pageUrl: string): string {
  const quotations = statements
    .filter(({ quote }) => isOwnWords(quote.kind) && quote.assertion === "ASSERTED")
    .map((statement) => toQuotation(statement, pageUrl));
  const linked = JSON.stringify({ "@context": "https://schema.org", "@graph": quotations });
  // No words of an article may end the script.
  return `<script type="application/ld+json">${linked.replaceAll("<", "\\u003c")}</script>`;
}

const toQuotation = ({ quote, article, speakers }: Statement, pageUrl: string) => ({
  "@type": "Quotation",
  text: shownWords({ quote, article }),
  url: quoteLink(pageUrl, article.id, quote.id),
  ...(speakers.length > 0 && isSureOfSpeaker(quote) && { spokenByCharacter: speakers.map(toAgent) }),
  isBasedOn: toSource(article),
});

const toAgent = ({ kind, name, authority }: Entity) => ({
  "@type": schemaTypeOf(kind),
  name,
  ...(authority !== null && authority.sameAs.length > 0 && { sameAs: authority.sameAs }),
});

const toSource = ({ title, publisher, author, publishedAt, url }: Article) => ({
  "@type": "Article",
  ...(title !== null && { headline: title }),
  ...(url !== null && { url }),
  ...(publishedAt !== null && { datePublished: publishedAt }),
  ...(publisher !== null && { publisher: { "@type": "Organization", name: publisher } }),
  ...(author !== null && { author: { "@type": "Person", name: author } }),
});
