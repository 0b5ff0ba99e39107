import { expect } from "vitest";
import type { Extraction } from "../../src/extract/extract-article.ts";
import { type Article, articleBlocks } from "../../src/model/article.ts";
import type { Quote } from "../../src/model/quote.ts";
import { contains, firstFrom, type Span, spanText } from "../../src/model/span.ts";

/** What holds of every extraction, whatever the text: see `Quote`, `Mention` and `Extraction`. */
export function expectSound(article: Article, extraction: Extraction): void {
  expect(faultsOf(article, extraction)).toEqual([]);
}

/** Sentences, not an `expect` for each of a hundred thousand spans: that takes longer than the extraction. */
function faultsOf(article: Article, { quotes, entities }: Extraction): readonly string[] {
  const entityIds = new Set(entities.map(({ id }) => id));
  const blocks = articleBlocks(article);
  const starts = quotes.map(({ spans }) => spans[0]?.start ?? -1);
  return [
    ...faultIf(entityIds.size !== entities.length, "two entities have one id"),
    ...faultIf(new Set(quotes.map(({ id }) => id)).size !== quotes.length, "two quotes have one id"),
    ...faultIf(!areInOrder(starts), "quotes are not in text order"),
    ...quotes.flatMap((quote) => [
      ...quoteFaults(article.text, quote, blocks),
      ...faultIf(quote.speakerId !== null && !entityIds.has(quote.speakerId), "a speaker is not among the entities"),
    ]),
    ...entities.flatMap(({ name, mentions }) => [
      ...faultIf(name.trim() === "", "an entity has no name"),
      ...faultIf(!areInOrder(mentions.map(({ start }) => start)), `mentions of ${name} are not in text order`),
      ...mentions.filter((span) => !holdsWords(article.text, span)).map((span) => `mention ${show(span)} of ${name}`),
    ]),
  ];
}

function quoteFaults(text: string, quote: Quote, blocks: readonly Span[]): readonly string[] {
  const { spans, cue, speakerMention, sentence, confidence } = quote;
  const parts = [...spans, cue, speakerMention].filter((span) => span !== null);
  return [
    ...faultIf(spans.length === 0, "a quote has no words"),
    ...faultIf(!areInOrder(spans.flatMap(({ start, end }) => [start, end])), `spans ${spans.map(show)} overlap`),
    ...parts.filter((span) => !holdsWords(text, span)).map((span) => `span ${show(span)} holds no words`),
    ...spans.filter((span) => !isInOneBlock(blocks, span)).map((span) => `span ${show(span)} leaves its paragraph`),
    ...faultIf(!isInOneBlock(blocks, sentence), `sentence ${show(sentence)} leaves its paragraph`),
    ...faultIf(!holdsFirst(sentence, spans), `sentence ${show(sentence)} does not hold the first words`),
    ...faultIf(!(confidence > 0 && confidence <= 1), `confidence ${confidence}`),
  ];
}

const faultIf = (isFault: boolean, sentence: string): readonly string[] => (isFault ? [sentence] : []);

const show = ({ start, end }: Span): string => `${start}-${end}`;

/** `text.slice(start, end)` is there, and more than space. */
const holdsWords = (text: string, span: Span): boolean =>
  Number.isInteger(span.start) &&
  Number.isInteger(span.end) &&
  0 <= span.start &&
  span.start < span.end &&
  span.end <= text.length &&
  spanText(text, span).trim() !== "";

const holdsFirst = (sentence: Span, [first]: readonly Span[]): boolean =>
  first !== undefined && contains(sentence, first);

const areInOrder = (offsets: readonly number[]): boolean =>
  offsets.every((offset, i) => i === 0 || (offsets[i - 1] ?? 0) <= offset);

function isInOneBlock(blocks: readonly Span[], span: Span): boolean {
  const block = blocks[firstFrom(blocks, span.start + 1, ({ start }) => start) - 1];
  return block !== undefined && contains(block, span);
}
