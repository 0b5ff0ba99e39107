import type { Article } from "../../model/article.ts";
import type { CorrectedWords } from "../../model/correction.ts";
import { nameWords } from "../../model/name-words.ts";
import { type Quote, quoteText } from "../../model/quote.ts";
import { lengthOf, type Span, spansWithin } from "../../model/span.ts";
import type { TextSelector } from "../../model/text-selector.ts";

type ReadText = Pick<Article, "text" | "paragraphs">;

/** A quote that shares less than this with the corrected words, of all that either has, is another quote. */
const LEAST_SHARED = 0.5;

/** Places of words that an article has again and again; a better one further on is not looked for. */
const MAX_PLACES = 200;

/**
 * The quote that a correction is about, of those that were found now: the one that shares most with the place of the corrected words,
 * so that it may have become a little longer or shorter. Where the article was changed and its text holds the words no more, the one
 * that shares most of their words. Null where none shares half: no quote is put right by a guess.
 */
export function findCorrected(article: ReadText, quotes: readonly Quote[], words: CorrectedWords): Quote | null {
  const places = placesOf(article.text, words.selectors);
  if (places !== null) return likest(quotes, ({ spans }) => sharedOfPlaces(places, spans));
  const said = new Set(nameWords(words.selectors.map(({ exact }) => exact).join(" ")));
  return likest(quotes, ({ spans }) => sharedOfWords(said, new Set(nameWords(quoteText(article, spans)))));
}

/** The first of the likest. */
function likest(quotes: readonly Quote[], shared: (quote: Quote) => number): Quote | null {
  let best: Quote | null = null;
  let most = 0;
  for (const quote of quotes) {
    const share = shared(quote);
    if (share >= LEAST_SHARED && share > most) [best, most] = [quote, share];
  }
  return best;
}

function sharedOfPlaces(places: readonly Span[], spans: readonly Span[]): number {
  const shared = lengthOf(spansWithin(spans, places));
  return shared / Math.max(1, lengthOf(places) + lengthOf(spans) - shared);
}

function sharedOfWords(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const shared = [...some].filter((word) => others.has(word)).length;
  return shared / Math.max(1, some.size + others.size - shared);
}

/** Where the stretches stand in the text; null where it holds any of them no more. */
function placesOf(text: string, selectors: readonly TextSelector[]): readonly Span[] | null {
  const places = selectors.map((selector) => placeOf(text, selector));
  return places.every((place) => place !== null) ? places : null;
}

/** Of the places of the words the one that stands between the same words; of equal ones the nearest to where they stood. */
function placeOf(text: string, selector: TextSelector): Span | null {
  let best: { readonly start: number; readonly context: number } | null = null;
  for (const start of startsOf(text, selector.exact)) {
    const context = contextAt(text, start, selector);
    const isNearer = best === null || Math.abs(start - selector.start) < Math.abs(best.start - selector.start);
    if (best === null || context > best.context || (context === best.context && isNearer)) best = { start, context };
  }
  return best && { start: best.start, end: best.start + selector.exact.length };
}

function startsOf(text: string, words: string): readonly number[] {
  const starts: number[] = [];
  if (words === "") return starts;
  for (let at = text.indexOf(words); at >= 0 && starts.length < MAX_PLACES; at = text.indexOf(words, at + 1)) {
    starts.push(at);
  }
  return starts;
}

/** How many characters before and after the words are the same. */
function contextAt(text: string, start: number, { exact, prefix, suffix }: TextSelector): number {
  const end = start + exact.length;
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before += 1;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
}
