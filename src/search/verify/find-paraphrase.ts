import type { Article } from "../../model/article.ts";
import { type Assertion, type Quote, speakersOf } from "../../model/quote.ts";
import { type Span, spansWithin } from "../../model/span.ts";
import type { ChunkFilter } from "../../store/chunk-filter.ts";
import type { PublicationFilter, QuoteStore, ScoredChunk } from "../../store/quote-store.ts";
import type { Meant } from "../names/meant-by.ts";
import type { Claim } from "./claim.ts";
import { isNegation } from "./negation.ts";
import { type Word, wordsIn } from "./words.ts";

/** A quote that says a like thing in other words. */
export interface Paraphrased {
  readonly article: Article;
  readonly quote: Quote;
  /** Where its words, or the part of them that is near, stand in the article. */
  readonly spans: readonly Span[];
  readonly words: readonly Word[];
  /** The cosine of the claim and the passage that it is said in, 0..1. */
  readonly meaning: number;
}

/** Quotes to look at: the nearest may say the opposite. */
const NEAREST = 10;
/** Below this cosine two statements are about one matter rather than the same statement (docs/verify.md). */
const LEAST_MEANING = 0.6;

/**
 * The quote that says in other words what is claimed: the nearest in meaning, of the speaker who is claimed where there
 * is one, that has its numbers and is negated where it is. What an article denies is none. Null where none is near enough.
 * @param asked The claim with the vector of its text.
 */
export async function findParaphrase(
  store: QuoteStore,
  asked: { readonly claim: Claim; readonly vector: Float32Array },
  claimed: Meant | null,
  within: PublicationFilter,
): Promise<Paraphrased | null> {
  if (claimed?.entities.length === 0) return null;
  const filter: ChunkFilter = {
    ...within,
    chunkKinds: ["QUOTE"],
    assertions: SAID,
    ...(claimed && { speakers: claimed.entities.map(({ id }) => id) }),
  };
  const nearest = (await store.nearest(asked.vector, NEAREST, filter)).filter(({ score }) => score >= LEAST_MEANING);
  const said = await readSaid(store, nearest, claimed);
  return said.find(({ words }) => agrees(asked.claim, words)) ?? null;
}

const SAID: readonly Assertion[] = ["ASSERTED", "ASKED"];

/** Of each passage the first quote that the filter above lets through. */
async function readSaid(
  store: QuoteStore,
  nearest: readonly ScoredChunk[],
  claimed: Meant | null,
): Promise<readonly Paraphrased[]> {
  const chunks = await store.chunks(nearest.map(({ chunkId }) => chunkId));
  const [articles, quotes] = await Promise.all([
    store.articles(chunks.map((chunk) => chunk?.articleId ?? "")),
    store.quotes(chunks.flatMap((chunk) => chunk?.quoteIds ?? [])),
  ]);
  const meant = quotes.filter((quote) => quote !== null).filter((quote) => isMeant(quote, claimed));
  return chunks.flatMap((chunk, i) => {
    const article = articles[i];
    const quote = meant.find(({ id }) => chunk?.quoteIds.includes(id));
    if (!chunk || !article || !quote) return [];
    const spans = spansWithin(quote.spans, chunk.spans);
    const words = spans.flatMap((span) => wordsIn(article.text, span));
    return [{ article, quote, spans, words, meaning: Math.min(1, nearest[i]?.score ?? 0) }];
  });
}

function isMeant(quote: Quote, claimed: Meant | null): boolean {
  const isClaimed = (id: string) => claimed?.entities.some((entity) => entity.id === id);
  return SAID.includes(quote.assertion) && (claimed === null || speakersOf(quote).some(isClaimed));
}

/** Nearness in meaning is blind to figures and to "not". */
function agrees(claim: Claim, words: readonly Word[]): boolean {
  const said = words.map(({ form }) => form);
  const claimed = claim.words.map(({ form }) => form);
  const numbers = claimed.filter((form) => /\p{N}/u.test(form));
  return numbers.every((number) => said.includes(number)) && said.some(isNegation) === claimed.some(isNegation);
}
