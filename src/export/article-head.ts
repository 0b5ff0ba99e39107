import { assertionLabel } from "../model/assertion-label.ts";
import { attributionWords, namesInWords } from "../model/attribution.ts";
import { localIdOf } from "../model/global-id.ts";
import { isSureOfSpeaker } from "../model/quote.ts";
import { spanText } from "../model/span.ts";
import { type Statement, statementsOf } from "../search/load-statements.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { escapeXml } from "./escape-xml.ts";
import { linkedQuotations } from "./linked-quotations.ts";
import { quoteLink } from "./page-links.ts";
import { shownWords } from "./quote-row.ts";

/** Quotes that a page tells machines of: more than a long interview has. */
const MAX_QUOTES = 500;
/** Of the words on a card, in UTF-16 code units. */
const MAX_CARD_WORDS = 200;

/** Whose page it is, and under which address. */
export interface AskedPage {
  /** Global ids, as addresses have them; the quote's is null where the address names none. */
  readonly articleId: string;
  readonly quoteId: string | null;
  /** Where readers find the reading page, without a slash at its end. */
  readonly pageUrl: string;
}

/**
 * What the head of an article's page tells those that read no page: its quotes as schema.org Quotations (JSON-LD), and a card (Open Graph)
 * of the quote that the address names, or of the article. Empty for an article that is unknown: the page itself says so.
 */
export async function articleHead(store: QuoteStore, { articleId, quoteId, pageUrl }: AskedPage): Promise<string> {
  const id = knownId(articleId, "Article");
  if (id === null) return "";
  const { items } = await store.listQuotes({ articles: [id] }, "OLDEST", { first: MAX_QUOTES, after: null });
  const loaded = await statementsOf(
    store,
    items.map(({ value }) => value),
  );
  const statements = loaded.filter((statement) => statement !== null);
  const [first] = statements;
  if (first === undefined) return "";
  const chosen = quoteId === null ? null : knownId(quoteId, "Quote");
  const quoted = statements.find(({ quote }) => quote.id === chosen) ?? null;
  const card = quoted === null ? cardOfArticle(first, statements.length) : cardOfQuote(quoted, pageUrl);
  return [...metaTags(card), linkedQuotations(statements, pageUrl)].join("\n");
}

/** The store's id behind a global one; null for what is none of the kind. */
function knownId(id: string, kind: "Article" | "Quote"): string | null {
  try {
    return localIdOf(id, kind);
  } catch {
    return null;
  }
}

interface Card {
  readonly title: string;
  readonly description: string;
  readonly url: string | null;
}

/** The words and who said them, with what must not be left out of how they are told. */
function cardOfQuote({ quote, article, speakers, onBehalfOf }: Statement, pageUrl: string): Card {
  const mention = quote.speakerMention && spanText(article.text, quote.speakerMention);
  const who = attributionWords({
    who: namesInWords(speakers.map(({ name }) => name)) ?? mention,
    isUnsure: speakers.length > 0 && !isSureOfSpeaker(quote),
    onBehalfOf: onBehalfOf?.name ?? null,
  });
  const label = assertionLabel(quote);
  const words = shortened(shownWords({ quote, article }).replace(/\s+/g, " "));
  const told = label === null ? "" : ` (${label})`;
  return {
    title: `${who ?? "Nobody named"}${told}: ${words}`,
    description: editionOf(article),
    url: quoteLink(pageUrl, article.id, quote.id),
  };
}

const cardOfArticle = ({ article }: Statement, quotes: number): Card => ({
  title: article.title ?? "Article without a title",
  description: [editionOf(article), quotes === 1 ? "1 quote" : `${quotes} quotes`]
    .filter((part) => part !== "")
    .join(", "),
  url: null,
});

const editionOf = ({ title, publisher, publishedAt }: Statement["article"]): string =>
  [title, publisher, publishedAt?.slice(0, "2024-03-05".length)].filter((part) => part).join(", ");

const shortened = (words: string): string =>
  words.length <= MAX_CARD_WORDS ? words : `${words.slice(0, words.lastIndexOf(" ", MAX_CARD_WORDS))} …`;

const metaTags = ({ title, description, url }: Card): readonly string[] => [
  '<meta property="og:type" content="article">',
  '<meta property="og:site_name" content="Verbatim">',
  `<meta property="og:title" content="${escapeXml(title)}">`,
  `<meta property="og:description" content="${escapeXml(description)}">`,
  ...(url === null ? [] : [`<meta property="og:url" content="${escapeXml(url)}">`]),
  '<meta name="twitter:card" content="summary">',
];
