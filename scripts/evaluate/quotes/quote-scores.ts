import { type Score, scoreOf, share } from "../score.ts";
import { GOLD_KINDS } from "./annotated-article.ts";
import { exactSpanScore, PARTS } from "./exact-spans.ts";
import type { JudgedArticle, JudgedPair } from "./judge-quotes.ts";
import { GOOD_OVERLAP } from "./match-quotes.ts";

/** Of the annotated quotes of a kind. Shares, each 0..1. */
interface KindScore {
  /** How many there are. */
  readonly count: number;
  /** With half of the words in common, or more. */
  readonly recallAtHalf: number;
  /** With four fifths of the words in common, or more. */
  readonly recall: number;
  /** Of those the share with the right source. */
  readonly sourceRight: number;
  /** Of all the share with both. */
  readonly both: number;
}

export interface QuoteScores {
  readonly kinds: Readonly<Record<string, KindScore>>;
  /** Over all kinds, whatever kind a quote was found as. */
  readonly quotes: { readonly found: Score; readonly foundAtHalf: Score; readonly both: Score };
  /** Of quotes found as a kind, the share that is one, and one with the right source. */
  readonly foundAs: Readonly<
    Record<string, { readonly count: number; readonly precision: number; readonly both: number }>
  >;
  readonly spans: Readonly<Record<string, Score>>;
  /** Canonical speakers of the quotes found, where the annotation names one; null where it names none. */
  readonly speakers: { readonly right: number; readonly count: number } | null;
}

export function scoreQuotes(articles: readonly JudgedArticle[]): QuoteScores {
  const gold = articles.flatMap(({ article }) => article.quotes);
  const found = articles.flatMap((one) => one.found);
  const pairs = articles.flatMap((one) => one.pairs);
  const ofKind = <T extends { readonly kind: string }>(kind: string, quotes: readonly T[]) =>
    quotes.filter((quote) => kind === "all" || quote.kind === kind).length;
  const kindScore = (kind: string) =>
    scoreKind(
      pairs.filter((pair) => kind === "all" || pair.gold.kind === kind),
      ofKind(kind, gold),
    );
  const foundAs = (kind: string) =>
    precisionOf(
      pairs.filter((pair) => pair.found.kind === kind),
      ofKind(kind, found),
    );
  return {
    kinds: Object.fromEntries([...GOLD_KINDS, "all"].map((kind) => [kind, kindScore(kind)])),
    quotes: {
      found: quoteScore(pairs.filter(isFound).length, found.length, gold.length),
      foundAtHalf: quoteScore(pairs.length, found.length, gold.length),
      both: quoteScore(pairs.filter(isBoth).length, found.length, gold.length),
    },
    foundAs: Object.fromEntries(GOLD_KINDS.map((kind) => [kind, foundAs(kind)])),
    spans: Object.fromEntries(PARTS.map((part) => [part, exactSpanScore(part, articles)])),
    speakers: scoreSpeakers(pairs.filter(isFound)),
  };
}

const isFound = ({ overlap }: JudgedPair): boolean => overlap >= GOOD_OVERLAP;
const isBoth = (pair: JudgedPair): boolean => isFound(pair) && pair.sourceRight;

function scoreKind(pairs: readonly JudgedPair[], count: number): KindScore {
  const found = pairs.filter(isFound).length;
  const both = pairs.filter(isBoth).length;
  return {
    count,
    recallAtHalf: share(pairs.length, count),
    recall: share(found, count),
    sourceRight: share(both, found),
    both: share(both, count),
  };
}

const precisionOf = (pairs: readonly JudgedPair[], count: number) => ({
  count,
  precision: share(pairs.filter(isFound).length, count),
  both: share(pairs.filter(isBoth).length, count),
});

const quoteScore = (right: number, found: number, gold: number): Score =>
  scoreOf(share(right, found), share(right, gold), gold);

function scoreSpeakers(found: readonly JudgedPair[]): QuoteScores["speakers"] {
  const named = found.filter(({ speakerRight }) => speakerRight !== null);
  if (named.length === 0) return null;
  return { right: share(named.filter(({ speakerRight }) => speakerRight).length, named.length), count: named.length };
}
