import { sentencesIn } from "../../model/sentences.ts";
import { lengthOf, type Span, spanText } from "../../model/span.ts";
import { wordForms } from "../../store/text-words.ts";

/** A quote up to this length is given whole, in UTF-16 units: some three sentences. */
const WHOLE = 320;

/**
 * Where in an article the sentences of some speech stand that answer: all of a short one, else the run of sentences of
 * about three hundred characters with most of the words; of equal runs the first.
 * @param words Those that answer, as they stand there.
 */
export function chooseSentences(text: string, spans: readonly Span[], words: readonly string[]): readonly Span[] {
  if (lengthOf(spans) <= WHOLE) return spans;
  const all = spans.flatMap((span) => sentencesIn(text, span));
  const found = new Set(words.flatMap(wordForms));
  const worth = all.map((sentence) => countOf(spanText(text, sentence), found));
  return joined(bestRun(all, worth), spans);
}

/** How many different ones of some words a sentence has. */
const countOf = (sentence: string, wanted: ReadonlySet<string>): number =>
  new Set(wordForms(sentence).filter((word) => wanted.has(word))).size;

function bestRun(all: readonly Span[], worth: readonly number[]): readonly Span[] {
  const runs = all.map((_, from) => runFrom(all, from));
  const worthOf = (run: number): number => (runs[run] ?? []).reduce((sum, _, i) => sum + (worth[run + i] ?? 0), 0);
  const best = runs.reduce((top, _, run) => (worthOf(run) > worthOf(top) ? run : top), 0);
  return trimmed(runs[best] ?? [], worth.slice(best));
}

/** From one sentence on, as many as fit; one at least. */
function runFrom(all: readonly Span[], from: number): readonly Span[] {
  const run: Span[] = [];
  for (const sentence of all.slice(from)) {
    const length = lengthOf([...run, sentence]);
    if (run.length > 0 && length > WHOLE) break;
    run.push(sentence);
  }
  return run;
}

/** Without the sentences behind the last that has some of the words; one more is kept, for how it goes on. */
function trimmed(run: readonly Span[], worth: readonly number[]): readonly Span[] {
  const last = run.findLastIndex((_, i) => (worth[i] ?? 0) > 0);
  return last < 0 ? run : run.slice(0, last + 2);
}

/** Sentences of one span on end are one span. */
function joined(run: readonly Span[], spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span) => {
    const inside = run.filter(({ start, end }) => span.start <= start && end <= span.end);
    const [first, last] = [inside[0], inside.at(-1)];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}
