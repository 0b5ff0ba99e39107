import type { Embedder } from "../../inference/embedder.ts";
import type { Chunk } from "../../model/chunk.ts";
import { type Assertion, type Quote, speakersOf } from "../../model/quote.ts";
import type { ChunkFilter } from "../../store/chunk-filter.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import type { Meant } from "../names/meant-by.ts";
import type { Claim } from "./claim.ts";
import { isNegation } from "./negation.ts";
import { wordsIn } from "./words.ts";

/** A passage that says a like thing in other words. */
export interface Paraphrased {
  readonly chunk: Chunk;
  /** Of the quotes in it the first that may be meant. */
  readonly quote: Quote;
  /** The cosine of the two, 0..1. */
  readonly meaning: number;
}

/** Quotes to look at: the nearest may say the opposite. */
const NEAREST = 10;
/** Below this cosine two statements are about one matter rather than the same statement (docs/verify.md). */
const LEAST_MEANING = 0.6;

/**
 * The quote that says in other words what is claimed: the nearest in meaning, of the speaker who is claimed where there
 * is one, that has its numbers and is negated where it is. What an article denies is none. Null where none is near enough.
 */
export async function findParaphrase(
  { store, embedder }: { readonly store: QuoteStore; readonly embedder: Embedder },
  claim: Claim,
  claimed: Meant | null,
): Promise<Paraphrased | null> {
  if (claimed?.entities.length === 0) return null;
  const vector = await embedder.embedQuery(claim.text);
  const filter: ChunkFilter = {
    chunkKinds: ["QUOTE"],
    assertions: SAID,
    ...(claimed && { speakers: claimed.entities.map(({ id }) => id) }),
  };
  const nearest = (await store.nearest(vector, NEAREST, filter)).filter(({ score }) => score >= LEAST_MEANING);
  const chunks = await store.chunks(nearest.map(({ chunkId }) => chunkId));
  const place = chunks.findIndex((chunk) => chunk !== null && agrees(claim, chunk));
  const chunk = chunks[place];
  const quote = chunk && (await quoteMeant(store, chunk, claimed));
  return quote ? { chunk, quote, meaning: Math.min(1, nearest[place]?.score ?? 0) } : null;
}

const SAID: readonly Assertion[] = ["ASSERTED", "ASKED"];

/** The first of a passage's quotes that the filter above lets through. */
async function quoteMeant(store: QuoteStore, { quoteIds }: Chunk, claimed: Meant | null): Promise<Quote | null> {
  const wanted = claimed && new Set(claimed.entities.map(({ id }) => id));
  const quotes = (await store.quotes(quoteIds)).filter((quote) => quote !== null);
  const isMeant = (quote: Quote) =>
    SAID.includes(quote.assertion) && (wanted === null || speakersOf(quote).some((id) => wanted.has(id)));
  return quotes.find(isMeant) ?? null;
}

/** Nearness in meaning is blind to figures and to "not". */
function agrees(claim: Claim, { text }: Chunk): boolean {
  const said = wordsIn(text, { start: 0, end: text.length }).map(({ form }) => form);
  const claimed = claim.words.map(({ form }) => form);
  const numbers = claimed.filter((form) => /\p{N}/u.test(form));
  return numbers.every((number) => said.includes(number)) && said.some(isNegation) === claimed.some(isNegation);
}
