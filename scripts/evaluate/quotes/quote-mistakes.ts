import type { Mistake } from "../confusion.ts";
import type { AttributedQuote } from "./annotated-article.ts";
import { boundaryMistakes } from "./boundary-mistakes.ts";
import { cueLemma } from "./cue-lemma.ts";
import { excerpt } from "./excerpt.ts";
import type { JudgedArticle, JudgedPair, QuotePair } from "./judge-quotes.ts";
import { GOOD_OVERLAP } from "./match-quotes.ts";
import { sourceForm } from "./source-form.ts";

/** All that was found otherwise than annotated, each with what it can be counted by: cue, boundary, form of source. */
export function quoteMistakes({ article, pairs, brushes, missed, spurious }: JudgedArticle): readonly Mistake[] {
  const { id, text } = article;
  const mistakes = [
    ...missed.map((quote) => unmatched("missed", text, quote)),
    ...spurious.map((quote) => unmatched("spurious", text, quote)),
    ...[...pairs, ...brushes].flatMap((pair) => cuts(text, pair)),
    ...pairs.filter(({ sourceRight }) => !sourceRight).map((pair) => wrongSource(text, pair)),
    ...pairs.filter(({ cueRight }) => cueRight === false).map((pair) => wrongCue(text, pair)),
    ...pairs.filter(({ speakerRight }) => speakerRight === false).map(wrongSpeaker),
  ];
  return mistakes.map((mistake) => ({ ...mistake, where: `${mistake.where} (${id})` }));
}

const unmatched = (kind: string, text: string, quote: AttributedQuote): Mistake => ({
  kind,
  words: `${quote.kind} ${cueLemma(text, quote)}`,
  where: excerpt(text, quote.content),
});

/** Slightly: the quote counts as found all the same. */
function cuts(text: string, pair: QuotePair): readonly Mistake[] {
  if (pair.overlap === 1) return [];
  const kind = pair.overlap < GOOD_OVERLAP ? "cut wrongly" : "cut slightly wrong";
  return boundaryMistakes(text, pair).map((mistake) => ({ kind, ...mistake }));
}

const wrongSource = (text: string, { gold, found }: JudgedPair): Mistake => ({
  kind: "wrong source",
  words: `${gold.kind} ${sourceForm(text, gold)} -> ${sourceForm(text, found)}`,
  where: `${excerpt(text, found.source)} for ${excerpt(text, gold.source)}`,
});

const wrongCue = (text: string, { gold, found }: JudgedPair): Mistake => ({
  kind: "wrong cue",
  words: `${gold.kind} ${cueLemma(text, gold)} -> ${cueLemma(text, found)}`,
  where: excerpt(text, gold.content),
});

const wrongSpeaker = ({ gold, found }: JudgedPair): Mistake => ({
  kind: "wrong speaker",
  words: found.speaker === null ? "nobody" : "another",
  where: `${found.speaker ?? "nobody"} for ${gold.speaker}`,
});
