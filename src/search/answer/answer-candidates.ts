import type { Article } from "../../model/article.ts";
import { isNeverSaid } from "../../model/assertion-label.ts";
import { type Hit, rawOf } from "../../model/hit.ts";
import { type Quote, quoteText } from "../../model/quote.ts";
import { needsSentence } from "../../model/shown-spans.ts";
import { spansWithin } from "../../model/span.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { wordForms } from "../../store/text-words.ts";
import type { QueryReading } from "../search.ts";
import type { StatementEvidence } from "./answer-model.ts";
import { askedAbout } from "./asked-about.ts";
import { type AskedWords, askedWords } from "./asked-words.ts";
import { HeldWords } from "./held-words.ts";
import { surroundingWords } from "./surrounding-words.ts";

/** A hit with its article. */
type FoundHit = Hit & { readonly article: Article };

/** What somebody says in a hit: its first statement, or that of whoever is asked. */
export type QuoteHit = FoundHit & { readonly quote: Quote };

/** A statement that may answer, with what speaks for it. */
export interface AnswerCandidate {
  readonly hit: QuoteHit;
  readonly evidence: StatementEvidence;
}

/** Fewer words are a piece of a sentence: "Face the harbour", a title that a mark was set around. */
const LEAST_WORDS = 5;

/**
 * One statement of each hit, in the order of the hits: where the question names somebody, of theirs alone, and of what was said
 * on behalf of them where they are not quoted. What nobody said is left out, and who is asked about.
 */
export async function answerCandidates(
  store: QuoteStore,
  hits: readonly Hit[],
  question: string,
  reading: QueryReading,
): Promise<readonly AnswerCandidate[]> {
  const byAsked = hits.filter((hit) => hit.quoteIds.length > 0 && isByAsked(hit, reading));
  const said = await byOthers(store, await findSaid(store, await withArticles(store, byAsked)), question);
  const asked = askedWords(question, reading.words);
  const best = hits[0]?.score ?? 0;
  const rankOf = new Map(hits.map(({ chunk }, i) => [chunk.id, i + 1]));
  return said.map((hit) => {
    const rank = rankOf.get(hit.chunk.id) ?? hits.length;
    return { hit, evidence: { ...evidenceOf(hit, asked), BEHIND: best - hit.score, RANK: Math.log(rank) } };
  });
}

/** Whoever else speaks of it was not asked. With others' words beside a name and a matter, .446 of the statements were right in place of .465. */
function isByAsked(hit: Hit, { unknown, speakers, speakersAre }: QueryReading): boolean {
  if (unknown !== null || speakersAre === "MENTIONED") return false;
  return speakersAre === "SPOKEN_FOR" || speakers.length === 0 || rawOf(hit, "SPEAKER") > 0;
}

/** Whether somebody says it in a turn of a transcript. */
export const isTurn = ({ quote }: QuoteHit): boolean => quote.kind === "TRANSCRIPT";

/** The words that a statement is shown by, before the best sentences of a long one are chosen. */
export const wordsSaid = ({ quote, article, chunk }: QuoteHit): string =>
  needsSentence(quote) ? chunk.text : quoteText(article, spansWithin(quote.spans, chunk.spans));

function evidenceOf(hit: QuoteHit, asked: AskedWords): Omit<StatementEvidence, "BEHIND" | "RANK"> {
  return {
    MEANING: rawOf(hit, isTurn(hit) ? "DENSE_CONTEXT" : "DENSE"),
    WORDS: shareOfWords(hit, asked),
    SPEAKER: rawOf(hit, "SPEAKER"),
    SCORE: hit.score,
    DIRECT: Number(hit.quote.kind === "DIRECT"),
    FRAGMENT: Number(wordForms(wordsSaid(hit)).length < LEAST_WORDS),
  };
}

/** 1 where nothing is asked for but who or when. */
function shareOfWords({ chunk, article }: FoundHit, asked: AskedWords): number {
  if (asked.length === 0) return 1;
  const held = new HeldWords(asked.flat());
  const isHeld = (ways: readonly string[]) => held.hasAny(ways);
  held.read(chunk.text);
  if (!asked.every(isHeld)) held.read(surroundingWords(article, chunk.paragraph, chunk.spans));
  return asked.filter(isHeld).length / asked.length;
}

async function withArticles(store: QuoteStore, hits: readonly Hit[]): Promise<readonly FoundHit[]> {
  const articles = await store.articles(hits.map(({ chunk }) => chunk.articleId));
  return hits.flatMap((hit, i) => {
    const article = articles[i];
    return article ? [{ ...hit, article }] : [];
  });
}

/** Without what those say whom the question is about, though it asks for others. */
async function byOthers(store: QuoteStore, hits: readonly QuoteHit[], question: string): Promise<readonly QuoteHit[]> {
  const isAskedAbout = askedAbout(question);
  if (isAskedAbout === null) return hits;
  const speakers = await store.entities(hits.map(({ quote }) => quote.speakerId ?? ""));
  return hits.filter((_, i) => {
    const speaker = speakers[i];
    return !speaker || !isAskedAbout(speaker);
  });
}

async function findSaid(store: QuoteStore, hits: readonly FoundHit[]): Promise<readonly QuoteHit[]> {
  const quotes = await store.quotes(hits.map(({ quoteIds }) => quoteIds[0] ?? ""));
  return hits.flatMap((hit, i): QuoteHit[] => {
    const quote = quotes[i];
    return quote && !isNeverSaid(quote) ? [{ ...hit, quote }] : [];
  });
}
