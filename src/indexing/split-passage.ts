import type { Embedder } from "../inference/embedder.ts";
import { matchSpans, type Span, spanText, trimmedSpan } from "../model/span.ts";
import type { Passage } from "./passages.ts";

export type WordPieceCounter = Pick<Embedder, "countTokens" | "maxTokens">;

/** [CLS] and [SEP], in each count. */
const SPECIAL_TOKENS = 2;

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });

/** One character is at most three word pieces (a Korean syllable taken apart), so these fit any window of 256. */
const SLICE = /.{1,80}/gsu;

/**
 * Word pieces of a passage that is no turn, some 70 words: the vector of a longer one says a little of everything in it. A turn is
 * found by the exchange that it is part of, and takes the model's window.
 */
const LONGEST_PASSAGE = 96;

/** Cuts what is longer than a passage may be at sentence ends, a longer sentence at words, a longer word anywhere. */
export async function splitPassages(
  text: string,
  passages: readonly Passage[],
  counter: WordPieceCounter,
): Promise<readonly Passage[]> {
  const counts = await counter.countTokens(passages.map(({ spans }) => joined(text, spans)));
  const pieces = await Promise.all(
    passages.map(async (passage, i) => {
      const longest = passage.isTurn ? counter.maxTokens : Math.min(counter.maxTokens, LONGEST_PASSAGE);
      if ((counts[i] ?? 0) <= longest) return [passage];
      const groups = await splitSpans(text, passage.spans, limitedTo(longest, counter));
      return groups.map((spans) => ({ ...passage, spans }));
    }),
  );
  return pieces.flat();
}

const limitedTo = (maxTokens: number, counter: WordPieceCounter): WordPieceCounter => ({
  maxTokens,
  countTokens: (texts) => counter.countTokens(texts),
});

async function splitSpans(
  text: string,
  spans: readonly Span[],
  counter: WordPieceCounter,
): Promise<readonly (readonly Span[])[]> {
  const limit = counter.maxTokens - SPECIAL_TOKENS;
  const sentences = spans.flatMap((span) => sentencesOf(text, span));
  const words = await cutLonger(text, sentences, limit, wordsOf, counter);
  const units = await cutLonger(text, words, limit, slicesOf, counter);
  return pack(units, await sizes(text, units, counter), limit).map((group) => joinTouching(text, group));
}

/** Cuts those of the spans that do not fit. */
async function cutLonger(
  text: string,
  spans: readonly Span[],
  limit: number,
  cut: (text: string, span: Span) => readonly Span[],
  counter: WordPieceCounter,
): Promise<readonly Span[]> {
  const spanSizes = await sizes(text, spans, counter);
  return spans.flatMap((span, i) => ((spanSizes[i] ?? 0) <= limit ? [span] : cut(text, span)));
}

/** Word pieces of each span; they add up where the cut is at white space. */
async function sizes(text: string, spans: readonly Span[], counter: WordPieceCounter): Promise<readonly number[]> {
  const counts = await counter.countTokens(spans.map((span) => spanText(text, span)));
  return counts.map((count) => count - SPECIAL_TOKENS);
}

/** Fills each group with as many units in a row as fit. */
function pack(units: readonly Span[], unitSizes: readonly number[], limit: number): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  let room = 0;
  units.forEach((unit, i) => {
    const size = unitSizes[i] ?? 0;
    if (size > room || groups.length === 0) {
      groups.push([]);
      room = limit;
    }
    groups.at(-1)?.push(unit);
    room -= size;
  });
  return groups;
}

/** Units with nothing but white space between them become one span again. */
function joinTouching(text: string, units: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  for (const unit of units) {
    const last = spans.at(-1);
    if (last && text.slice(last.end, unit.start).trim() === "")
      spans[spans.length - 1] = { start: last.start, end: unit.end };
    else spans.push(unit);
  }
  return spans;
}

/** Only at white space: the segmenter would also cut "the U.S.Senate" in two. */
function sentencesOf(text: string, span: Span): readonly Span[] {
  const words = spanText(text, span);
  const starts = [...SENTENCES.segment(words)]
    .map(({ index }) => index)
    .filter((index) => index === 0 || /\s/.test(words[index - 1] ?? ""));
  return starts
    .map((start, i) =>
      trimmedSpan(text, { start: span.start + start, end: span.start + (starts[i + 1] ?? words.length) }),
    )
    .filter(({ start, end }) => start < end);
}

const wordsOf = (text: string, span: Span): readonly Span[] => matchSpans(text, /\S+/g, span);

/** Never cuts a surrogate pair. */
const slicesOf = (text: string, span: Span): readonly Span[] =>
  matchSpans(text, SLICE, span).map((slice) => trimmedSpan(text, slice));

const joined = (text: string, spans: readonly Span[]): string => spans.map((span) => spanText(text, span)).join(" ");
