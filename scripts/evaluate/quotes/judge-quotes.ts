import type { AnnotatedArticle, AttributedQuote } from "./annotated-article.ts";
import type { FoundQuote } from "./found-quote.ts";
import { matchQuotes } from "./match-quotes.ts";
import { isSameSpeaker } from "./speaker-name.ts";
import { sameOrBothEmpty, wordSet } from "./word-set.ts";

/** An annotated quote with the found one that is it. */
export interface QuotePair {
  readonly gold: AttributedQuote;
  readonly found: FoundQuote;
  /** Share of common words of their contents. */
  readonly overlap: number;
}

export interface JudgedPair extends QuotePair {
  /** The sources have a word in common, or neither has a source. */
  readonly sourceRight: boolean;
  /** The cues have a word in common; null where the annotation has none: labels of speakers need none. */
  readonly cueRight: boolean | null;
  /** Null where the annotation names no speaker. */
  readonly speakerRight: boolean | null;
}

export interface JudgedArticle {
  readonly article: AnnotatedArticle;
  readonly found: readonly FoundQuote[];
  /** Half of the words in common, or more. */
  readonly pairs: readonly JudgedPair[];
  /** Of the others those that have a word in common with another one that is left, the best first. */
  readonly brushes: readonly QuotePair[];
  readonly missed: readonly AttributedQuote[];
  readonly spurious: readonly FoundQuote[];
}

/** Any word in common: the least overlap that is one. */
const A_WORD = Number.MIN_VALUE;

export function judgeQuotes(article: AnnotatedArticle, found: readonly FoundQuote[]): JudgedArticle {
  const pairs = pairUp(article.text, article.quotes, found);
  const [missed, spurious] = without(pairs, article.quotes, found);
  const brushes = pairUp(article.text, missed, spurious, A_WORD);
  const [missedWholly, spuriousWholly] = without(brushes, missed, spurious);
  return {
    ...{ article, found, brushes },
    pairs: pairs.map((pair) => judgePair(article.text, pair)),
    ...{ missed: missedWholly, spurious: spuriousWholly },
  };
}

function pairUp(
  text: string,
  gold: readonly AttributedQuote[],
  found: readonly FoundQuote[],
  atLeast?: number,
): readonly QuotePair[] {
  const words = (quotes: readonly AttributedQuote[]) => quotes.map(({ content }) => wordSet(text, content));
  return matchQuotes(words(gold), words(found), atLeast).map(({ gold: i, found: j, overlap }) => ({
    gold: gold[i] as AttributedQuote,
    found: found[j] as FoundQuote,
    overlap,
  }));
}

function without(
  pairs: readonly QuotePair[],
  gold: readonly AttributedQuote[],
  found: readonly FoundQuote[],
): readonly [readonly AttributedQuote[], readonly FoundQuote[]] {
  const taken = new Set<AttributedQuote>(pairs.flatMap((pair) => [pair.gold, pair.found]));
  return [gold.filter((quote) => !taken.has(quote)), found.filter((quote) => !taken.has(quote))];
}

function judgePair(text: string, pair: QuotePair): JudgedPair {
  const { gold, found } = pair;
  const agree = (part: "source" | "cue") => sameOrBothEmpty(wordSet(text, gold[part]), wordSet(text, found[part]));
  return {
    ...pair,
    sourceRight: agree("source"),
    cueRight: gold.cue.length === 0 ? null : agree("cue"),
    speakerRight: gold.speaker === null ? null : isSameSpeaker(found.speaker, gold.speaker, text),
  };
}
