import type { Article } from "../../model/article.ts";
import type { Chunk } from "../../model/chunk.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Span } from "../../model/span.ts";
import { readable } from "../../model/text-noise.ts";
import type { PublicationFilter, QuoteStore } from "../../store/quote-store.ts";
import type { Claim } from "./claim.ts";
import { type Passage, readPassage, readWordsOf, type WordedPart } from "./passage.ts";
import { weightOf } from "./word-weight.ts";

/** Chunks to look around. A quote in ten articles should not crowd out a likelier one. */
const CHUNKS = 40;
const MAX_ARTICLES = 12;
/** In a long hearing many chunks share a few words: the best of them will do. */
const CHUNKS_PER_ARTICLE = 3;
/** Quotes read at once: twelve long hearings have fewer. */
const MAX_QUOTES = 10_000;
/** Around a chunk, in UTF-16 units, so much and twice the claim's length: a quote goes on over paragraphs. */
const REACH = 800;
/** Where an ellipsis may leave out pages. */
const REACH_OVER_GAPS = 6_000;
/** A passage that has less of the claim's words, by weight, was found by chance. */
const LEAST_SHARE = 0.4;
/** Passages worth laying beside the claim: comparing one costs a millisecond or two. */
const MAX_PASSAGES = 8;

/** The parts of articles that share most words with a claim, the likeliest first. @param filter Which articles are looked into. */
export async function findPassages(
  store: QuoteStore,
  claim: Claim,
  filter: PublicationFilter,
): Promise<readonly Passage[]> {
  const found = await store.wordedLike(
    claim.words.filter(({ isEditorial }) => !isEditorial).flatMap((word) => plainWords(claim.text, word)),
    CHUNKS,
    filter,
  );
  const chunks = (await store.chunks(found.map(({ chunkId }) => chunkId))).filter((chunk) => chunk !== null);
  const byArticle = [...groupBy(chunks, ({ articleId }) => articleId)].slice(0, MAX_ARTICLES);
  const [articles, quotes] = await readArticles(
    store,
    byArticle.map(([id]) => id),
  );
  return byArticle
    .flatMap(([id, near]) => partsOf(articles.get(id), near, claim))
    .map((part) => ({ part, share: sharedWeight(claim, part) }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
    .slice(0, MAX_PASSAGES)
    .map(({ part }) => readPassage(part, quotes.get(part.article.id) ?? []));
}

/** As they were pasted, without noise: a number may be several. */
const plainWords = (text: string, { start, end }: Span): readonly string[] =>
  readable(text.slice(start, end)).split(/[\s-]+/);

async function readArticles(store: QuoteStore, ids: readonly string[]) {
  const [articles, quotes] = await Promise.all([
    store.articles(ids),
    store.listQuotes({ articles: ids }, "OLDEST", { first: MAX_QUOTES, after: null }),
  ]);
  return [
    new Map(articles.flatMap((article) => (article ? [[article.id, article] as const] : []))),
    groupBy(
      quotes.items.map(({ value }) => value),
      ({ articleId }) => articleId,
    ),
  ] as const;
}

function partsOf(article: Article | undefined, chunks: readonly Chunk[], claim: Claim): readonly WordedPart[] {
  if (article === undefined) return [];
  const hasGaps = claim.words.some(({ hasGapBefore }) => hasGapBefore);
  const reach = 2 * claim.text.length + (hasGaps ? REACH_OVER_GAPS : REACH);
  return windows(article, chunks, reach).map((part) => readWordsOf(article, part));
}

/** The text around each chunk, to whole paragraphs; those that meet put together. */
function windows({ paragraphs, text }: Article, chunks: readonly Chunk[], reach: number): readonly Span[] {
  const spans = chunks
    .slice(0, CHUNKS_PER_ARTICLE)
    .map(({ spans }) => ({ start: (spans[0]?.start ?? 0) - reach, end: (spans.at(-1)?.end ?? 0) + reach }))
    .sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged.map(({ start, end }) => ({
    start: paragraphs.find((paragraph) => paragraph.end > start)?.start ?? 0,
    end: paragraphs.findLast((paragraph) => paragraph.start < end)?.end ?? text.length,
  }));
}

/** Which share of the claim's words, by weight, a part has anywhere. */
function sharedWeight(claim: Claim, { words }: WordedPart): number {
  const forms = new Set(words.map(({ form }) => form));
  let [shared, all] = [0, 0];
  for (const { form } of claim.words) {
    all += weightOf(form);
    if (forms.has(form)) shared += weightOf(form);
  }
  return shared / all;
}
