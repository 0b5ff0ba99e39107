import type { Article } from "../model/article.ts";
import { type Chunk, type ChunkKind, chunkId } from "../model/chunk.ts";
import { groupBy } from "../model/group-by.ts";
import { type Quote, quoteText } from "../model/quote.ts";
import { contains, type Span, spanText } from "../model/span.ts";
import { surroundingWords } from "./chunk-context.ts";
import { coveredShare } from "./covered-share.ts";
import { type Passage, splitPassages, type WordPieceCounter } from "./split-passage.ts";

/** From this share of a paragraph's letters on, its quotes and who said them stand for it: both would be one hit twice. */
const FOLDING_SHARE = 0.5;

/** A stop behind a word ends a sentence; behind initials and abbreviations ("M. Tarn", "Gen. Voss") it does not. */
const SENTENCE_END = /\p{Ll}{3}[.!?]\s/u;

/** The paragraph number of what stands in the title. */
const TITLE = -1;

/**
 * The chunks of an article in reading order: its quotes, and the paragraphs that these do not cover, each within one
 * paragraph and at most `counter.maxTokens` word pieces long.
 */
export async function chunkArticle(
  article: Article,
  quotes: readonly Quote[],
  counter: WordPieceCounter,
): Promise<readonly Chunk[]> {
  const places = quotes.flatMap((quote) => placesOf(article, quote));
  const passages = [...places, ...uncoveredParagraphs(article, quotes)].sort(byPlace);
  const pieces = await splitPassages(article.text, passages, counter);
  const occurrence = occurrenceCounter();
  return pieces.map(({ kind, quoteId, paragraph, spans }) => {
    const text = quoteText(article, spans);
    const id = chunkId(article.id, kind, text, occurrence(kind, text));
    const context = surroundingWords(article, paragraph, spans);
    return { id, articleId: article.id, kind, quoteId, spans, text, paragraph, context };
  });
}

/** What of a quote stands in each paragraph that it touches. */
function placesOf(article: Article, quote: Quote): readonly Passage[] {
  const byParagraph = groupBy(quote.spans, (span) => paragraphOf(article, span));
  return [...byParagraph].map(([paragraph, spans]) => ({ kind: "QUOTE", quoteId: quote.id, paragraph, spans }));
}

function uncoveredParagraphs(article: Article, quotes: readonly Quote[]): readonly Passage[] {
  const covered = groupBy(quotes.flatMap(wordsAndAttribution), (span) => paragraphOf(article, span));
  const introductions = introducingParagraphs(article, quotes);
  return article.paragraphs.flatMap((span, paragraph) => {
    const share = coveredShare(article.text, span, covered.get(paragraph) ?? []);
    const folded = introductions.has(paragraph) || share >= FOLDING_SHARE;
    return folded ? [] : [{ kind: "PARAGRAPH" as const, quoteId: null, paragraph, spans: [span] }];
  });
}

/** What of the text a quote stands for: its words, its cue and its speaker's mention. */
const wordsAndAttribution = ({ spans, cue, speakerMention }: Quote): readonly Span[] =>
  [...spans, cue, speakerMention].filter((span) => span !== null);

/** Paragraphs that only open a speech: "Welcoming the delegation, the president said:" and the words come below. */
function introducingParagraphs(article: Article, quotes: readonly Quote[]): ReadonlySet<number> {
  const introducing = new Set<number>();
  for (const { cue, speakerMention, spans } of quotes) {
    const opening = cue ?? speakerMention;
    const first = spans[0];
    if (!opening || !first || opening.end > first.start) continue;
    const paragraph = paragraphOf(article, opening);
    const text = spanText(article.text, article.paragraphs[paragraph] ?? opening);
    const opensSpeech = text.endsWith(":") && !SENTENCE_END.test(text);
    if (opensSpeech && paragraph < paragraphOf(article, first)) introducing.add(paragraph);
  }
  return introducing;
}

/** The paragraphs are in order, so the one that holds a span is found by halving. */
function paragraphOf({ paragraphs }: Article, span: Span): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle] as Span;
    if (contains(paragraph, span)) return middle;
    if (paragraph.end <= span.start) low = middle + 1;
    else high = middle - 1;
  }
  return TITLE;
}

const byPlace = (a: Passage, b: Passage): number =>
  a.paragraph - b.paragraph || (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0);

/** How often the same words came before, from 0. */
function occurrenceCounter(): (kind: ChunkKind, words: string) => number {
  const seen = new Map<string, number>();
  return (kind, words) => {
    const key = `${kind} ${words}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count;
  };
}
