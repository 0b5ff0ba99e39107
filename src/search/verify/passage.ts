import { findMarkedSpans } from "../../extract/marks/quotation-marks.ts";
import type { Article } from "../../model/article.ts";
import type { Quote } from "../../model/quote.ts";
import { matchSpans, mergedSpans, overlaps, type Span } from "../../model/span.ts";
import { type Word, wordsIn } from "./words.ts";

/** A word of an article, with whose word it is. */
export interface SourceWord extends Word {
  /** Which stretch of somebody's own words it stands in, by number in reading order; null for the article's words. */
  readonly stretch: number | null;
  /** The quote that it is a word of, spoken or reported; null outside of any. */
  readonly quote: Quote | null;
  /** In square brackets: the article's editor put it there. */
  readonly isBracketed: boolean;
  /** Whether it only tells who speaks: `Selk said` in or beside a quote. */
  readonly isAttribution: boolean;
}

/** A part of an article, read word by word. */
export interface Passage {
  readonly article: Article;
  readonly words: readonly SourceWord[];
}

/** A part of an article with its words alone. */
export interface WordedPart {
  readonly article: Article;
  readonly part: Span;
  readonly words: readonly Word[];
}

/** The words of a part of an article, which is most of the work of reading it. */
export const readWordsOf = (article: Article, part: Span): WordedPart => ({
  article,
  part,
  words: wordsIn(article.text, part),
});

/**
 * Tells of each word of a part whose it is. Somebody's own words are those of direct quotes and transcripts, and all that stands in
 * quotation marks; the rest of a mixed or indirect quote is the article's account of them.
 * @param quotes All quotes of the article.
 */
export function readPassage({ article, part, words }: WordedPart, quotes: readonly Quote[]): Passage {
  const near = quotes.filter(({ spans }) => spans.some((span) => overlaps(span, part)));
  const spoken = near.filter(isSpoken).flatMap(({ spans }) => spans);
  const attributions = near.flatMap(attributionSpans);
  const marked = markedSpans(article, part).filter(
    (span) => !attributions.some((gap) => isTitleIn(article, span, gap)),
  );
  const stretches = mergedSpans([...spoken, ...marked]);
  const stretchAt = sweep(stretches.map((span, stretch) => ({ ...span, stretch })));
  const speechAt = sweep(near.filter(({ kind }) => kind !== "INDIRECT").flatMap(quotedSpans));
  const accountAt = sweep(near.filter(({ kind }) => kind === "INDIRECT").flatMap(quotedSpans));
  const attributionAt = sweep(attributions);
  const bracketsAt = sweep(bracketSpans(article.text, part));
  const told = words.map((word): SourceWord => {
    const stretch = stretchAt(word)?.stretch ?? null;
    const account = accountAt(word);
    const isAttribution = attributionAt(word) !== null && stretch === null;
    return {
      ...word,
      stretch,
      quote: (speechAt(word) ?? account)?.quote ?? null,
      isBracketed: bracketsAt(word) !== null,
      isAttribution,
    };
  });
  return { article, words: told };
}

/** Few words in marks between the parts of a quote name a programme or a paper: `… he said on “Fox and Friends,” …`. */
const MAX_TITLE_WORDS = 4;

const isTitleIn = ({ text }: Article, span: Span, gap: Span): boolean =>
  gap.start <= span.start && span.end <= gap.end && wordsIn(text, span).length <= MAX_TITLE_WORDS;

/** Which of some spans each word lies in, the words given in order: the first to begin of those that overlap it. */
function sweep<T extends Span>(spans: readonly T[]): (word: Span) => T | null {
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  return (word) => {
    while (next < inOrder.length && (inOrder[next] as T).end <= word.start) next++;
    const span = inOrder[next];
    return span && span.start < word.end ? span : null;
  };
}

const quotedSpans = (quote: Quote) => quote.spans.map((span) => ({ ...span, quote }));

/** Whole words in brackets; of `[I]f` only a letter is. */
const bracketSpans = (text: string, part: Span): readonly Span[] =>
  matchSpans(text, /(?<!\p{L})\[[^\][]*\](?!\p{L})/gu, part);

const isSpoken = ({ kind }: Quote): boolean => kind === "DIRECT" || kind === "TRANSCRIPT";

/** What stands between closed quotation marks in the paragraphs that the part touches. */
function markedSpans({ id, text, paragraphs }: Article, part: Span): readonly Span[] {
  const blocks = paragraphs
    .filter((paragraph) => overlaps(paragraph, part))
    .map((paragraph, index) => ({ ...paragraph, index, isTitle: false, tokens: [], inHeadline: [] }));
  return findMarkedSpans({ articleId: id, text, blocks, turns: [] }).filter(({ closed }) => closed);
}

/** The cue, the speaker's mention, and what stands between the parts of a split quote. */
function attributionSpans({ cue, speakerMention, spans }: Quote): readonly Span[] {
  const between = spans.slice(1).map((span, i) => ({ start: (spans[i] as Span).end, end: span.start }));
  return [...between, ...[cue, speakerMention].filter((span) => span !== null)];
}
