import type { Article } from "../../model/article.ts";
import { isNeverSaid } from "../../model/assertion-label.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Hit, Signal } from "../../model/hit.ts";
import { type Quote, REPORTED } from "../../model/quote.ts";
import { needsSentence } from "../../model/shown-spans.ts";
import { type Span, spansWithin, spanText } from "../../model/span.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { searchTerms } from "../../store/search-terms.ts";
import { wordStem } from "../../store/word-stem.ts";
import { loadSpeakers } from "../load-speakers.ts";
import type { QueryReading } from "../search.ts";
import type { Statement } from "./answer.ts";
import { chooseSentences } from "./choose-sentences.ts";
import { surroundingWords } from "./surrounding-words.ts";

/** As likely to answer as this (log-odds), a passage is to the point, whatever else: whoever is asked for may use other words. */
const LIKELY = -2.5;
/** Nearer in meaning than this a passage is to the point, whatever its words (docs/answer.md). */
const NEAR = 0.45;
/** And whoever is asked for must be nearer still: what they say has their name and their article in common with the question. */
const NEAR_OF_ASKED = 0.6;
/** Not quite unrelated: enough for a passage that has the question's words. */
const NOT_FAR = 0.2;
/** Which share of the question's words such a passage has itself; those around it count for a quarter. */
const LEAST_SHARE = 0.5;
const CONTEXT_WEIGHT = 0.25;
/** Turns to look for a reply among: the longest hearings have fewer. */
const MAX_TURNS = 5_000;

/**
 * The best hits that are to the point, one for each quote and wording, as statements in their order, what was said before what was
 * only wanted or thought: of those whom the question names as speaking, where it names any. What nobody said is left out.
 */
export async function chooseStatements(
  store: QuoteStore,
  hits: readonly Hit[],
  { words, speakers }: QueryReading,
  most: number,
): Promise<readonly Statement[]> {
  // A question of nothing but when, such as "what was said last week", is answered by all of that time.
  const asksForAll = words.length === 0 && speakers.length === 0;
  const answers = (hit: FoundHit) => (speakers.length === 0 ? isToThePoint(hit, words) : isAskedFor(hit, words));
  const found = await withArticles(store, hits);
  const relevant = found.filter((hit) => hit.quoteIds.length > 0 && (asksForAll || answers(hit)));
  const ofQuotes = firstOfEach(relevant, ({ quoteIds }) => quoteIds[0] ?? "");
  const said = await findSaid(store, ofQuotes);
  const chosen = firstOfEach(said, ({ chunk }) => wording(chunk.text)).slice(0, most);
  return toStatements(store, chosen);
}

type FoundHit = Hit & { readonly article: Article };
type QuoteHit = FoundHit & { readonly quote: Quote };

async function withArticles(store: QuoteStore, hits: readonly Hit[]): Promise<readonly FoundHit[]> {
  const articles = await store.articles(hits.map(({ chunk }) => chunk.articleId));
  return hits.flatMap((hit, i) => {
    const article = articles[i];
    return article ? [{ ...hit, article }] : [];
  });
}

/** Without the words that nobody said, and with what was said before what was only wanted or thought. */
async function findSaid(store: QuoteStore, hits: readonly FoundHit[]): Promise<readonly QuoteHit[]> {
  const quotes = await store.quotes(hits.map(({ quoteIds }) => quoteIds[0] ?? ""));
  const said = hits.flatMap((hit, i): QuoteHit[] => {
    const quote = quotes[i];
    return quote && !isNeverSaid(quote) ? [{ ...hit, quote }] : [];
  });
  return said.sort((a, b) => REPORTED.indexOf(a.quote.reports) - REPORTED.indexOf(b.quote.reports));
}

/** Whether a passage says something to the question, or only is the least far from it. */
function isToThePoint(hit: FoundHit, words: readonly string[]): boolean {
  const cosine = rawOf(hit, "DENSE");
  return hit.score >= LIKELY || cosine >= NEAR || (cosine >= NOT_FAR && sharesEnough(hit, words, CONTEXT_WEIGHT));
}

/** Whoever is asked about a matter need not name it: the words around theirs do. */
const isAskedFor = (hit: FoundHit, words: readonly string[]): boolean =>
  rawOf(hit, "SPEAKER") > 0 &&
  (hit.score >= LIKELY || rawOf(hit, "DENSE") >= NEAR_OF_ASKED || sharesEnough(hit, words, 1));

const rawOf = ({ trace }: Hit, wanted: Signal): number =>
  trace.signals.find(({ signal }) => signal === wanted)?.raw ?? 0;

/** @param contextWeight How much of a word counts that only the passages around have. */
function sharesEnough({ chunk, article }: FoundHit, words: readonly string[], contextWeight: number): boolean {
  const said = stemsIn(chunk.text);
  const around = stemsIn(surroundingWords(article, chunk.paragraph, chunk.spans));
  const shared = words.map(wordStem).map((word) => (said.has(word) ? 1 : around.has(word) ? contextWeight : 0));
  return shared.reduce((sum, one) => sum + one, 0) >= words.length * LEAST_SHARE;
}

export const stemsIn = (text: string): ReadonlySet<string> => new Set(searchTerms(text).map(wordStem));

/** The same for passages that differ in marks and letter case only: one speech in several articles. */
const wording = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

const firstOfEach = <T extends Hit>(hits: readonly T[], key: (hit: T) => string): readonly T[] =>
  [...groupBy(hits, key).values()].flatMap(([first]) => first ?? []);

async function toStatements(store: QuoteStore, hits: readonly QuoteHit[]): Promise<readonly Statement[]> {
  const said = await Promise.all(hits.map((hit) => saidIn(store, hit)));
  const statements = [...groupBy(said, ({ quote }) => quote.id).values()].flatMap(([first]) => first ?? []);
  const quotes = statements.map(({ quote }) => quote);
  const [spokenBy, corrections] = await Promise.all([
    loadSpeakers(store, quotes),
    store.correctionsOf(quotes.map(({ id }) => id)),
  ]);
  return statements.map((statement, i) => {
    const { speakers, onBehalfOf } = spokenBy(statement.quote);
    const correction = corrections[i]?.[0] ?? null;
    return { ...statement, speaker: speakers[0] ?? null, speakers, onBehalfOf, correction, marker: i + 1 };
  });
}

type Said = Pick<Statement, "quote" | "article" | "voice" | "spans">;

/** The sentences of a quote that answer; where it only asks, and nobody asked for this speaker, what was replied. */
async function saidIn(store: QuoteStore, found: QuoteHit): Promise<Said> {
  const { quote, article, chunk, highlights } = found;
  const own = spansWithin(quote.spans, chunk.spans);
  // A part of the article's account may begin within its quotation marks, so that is never cut.
  if (needsSentence(quote)) return { quote, article, voice: "REPORTED", spans: chunk.spans };
  const spans = chooseSentences(article.text, own, wordsAt(chunk.text, highlights));
  const givesWay = quote.kind === "TRANSCRIPT" && rawOf(found, "SPEAKER") === 0 && onlyAsks(article, spans);
  const reply = givesWay ? await replyTo(store, quote) : null;
  if (reply === null) return { quote, article, voice: "SPOKEN", spans };
  return { quote: reply, article, voice: "SPOKEN", spans: chooseSentences(article.text, reply.spans, []) };
}

const wordsAt = (text: string, spans: readonly Span[]): readonly string[] => spans.map((span) => spanText(text, span));

/** Whether every sentence is a question. */
const onlyAsks = ({ text }: Article, spans: readonly Span[]): boolean =>
  spans.every((span) => /^[^.!]*\?$/.test(spanText(text, span).trim()));

/** The next turn of somebody else; null where nobody replies. */
async function replyTo(store: QuoteStore, { id, articleId, speakerId }: Quote): Promise<Quote | null> {
  const { items } = await store.listQuotes({ articles: [articleId] }, "OLDEST", { first: MAX_TURNS, after: null });
  const turns = items.map(({ value }) => value);
  const next = turns[turns.findIndex((turn) => turn.id === id) + 1];
  return next && next.kind === "TRANSCRIPT" && next.speakerId !== speakerId ? next : null;
}
