import type { TaggedStatement } from "../../model/article-tags.ts";
import { contains, firstFrom, overlaps, type Span } from "../../model/span.ts";
import { cueWord } from "../lexicon/cue-lexicon.ts";
import type { Item, Sentence } from "../marks/narration.ts";
import type { MarkedSpan } from "../marks/quotation-marks.ts";
import type { Document } from "../text/document.ts";
import { SentenceIndex } from "./sentence-index.ts";
import { ADDRESSES, hearerAt, isHeardBySubject, wholeCue, withoutLeaningEnd } from "./statement-borders.ts";

/** How many words name who is asked or told, at most. */
const MAX_ADDRESSEE = 10;
const NAME_WORD = /^(?:NNPS?|NNS?|JJ|DT|PRP\$?|POS)$/;
const OF_NAME = /^(?:of|and)$/;
const STOP = /^[.;!?]$/;
/** Between a source and words beside it, in UTF-16 units. */
const MAX_SIGNS = 6;
const MARK = /["”’»“]/;
const MARK_AT_END = /["”’»“][,\s]*$/;
const CIRCUMSTANCE = /^\s*(?:as|while|when|after|before) (?!if\b)[^"“‘«]*$/;

/**
 * Keeps statements of the tagger's within the sentence of their cue: it reads one word after the other, and at times goes
 * on over a full stop.
 */
export class CueSentences {
  readonly #text: string;
  readonly #sentences: SentenceIndex;

  constructor(document: Document, marked: readonly MarkedSpan[]) {
    this.#text = document.text;
    this.#sentences = new SentenceIndex(document, marked);
  }

  /**
   * The statement without what stands in another sentence, words in marks aside, and without who is asked or told. A
   * source in a sentence before is who an unspoken subject means; one in a sentence behind says something else.
   */
  trim(statement: TaggedStatement): TaggedStatement {
    const block = this.#sentences.blockAt(statement.cue.start);
    const sentence = this.#sentences.at(statement.cue.start);
    if (sentence === undefined) return statement;
    const within = { start: sentence[0]?.start ?? block.start, end: sentence.at(-1)?.end ?? block.end };
    const marks = this.#sentences.marksOf(block);
    const cue = wholeCue(statement, sentence);
    const { source } = statement;
    const isHeard = isHeardBySubject(cue, sentence);
    const end = isHeard ? hearerAt(cue, sentence, source) : null;
    const notSaid = [addresseeOf(sentence, cue), source].filter((span) => span !== null);
    const contents = statement.contents
      .flatMap((content) => partsWithin(content, within, marks))
      .map((content) => (end === null ? content : cutTo(content, { start: 0, end })))
      .map((content) => notSaid.reduce(cutBehind, content))
      .map((content) => withoutLeaningEnd(content, sentence))
      .filter((content) => content.start < content.end)
      .filter((content, i, all) => i === 0 || !this.#isCircumstance(content, all[i - 1] as Span, cue));
    const isOwn = source === null || source.start < within.end || isBeside(this.#text, source, statement.contents);
    return { ...statement, cue, contents, source: isOwn && !isHeard ? sourceWithin(source, sentence) : null };
  }

  /** "‘We are full’, says the clinic as the fever spreads": behind words in marks and their cue, it tells when they were said. */
  #isCircumstance(content: Span, before: Span, cue: Span): boolean {
    const follows = MARK_AT_END.test(this.#text.slice(before.start, before.end + 1)) && before.end <= cue.start;
    return follows && cue.end <= content.start && CIRCUMSTANCE.test(this.#text.slice(content.start, content.end));
  }
}

/** A source that begins in the cue's sentence ends in it: "said Prek. Holt" are two people. */
function sourceWithin(source: Span | null, sentence: Sentence): Span | null {
  const [first, last] = [sentence[0], sentence.findLast(({ word }) => !STOP.test(word))];
  if (source === null || !first || !last || source.start < first.start || source.start >= last.end) return source;
  return { start: source.start, end: Math.min(source.end, last.end) };
}

/** Of a content what stands in the sentence or in marks. */
function partsWithin(content: Span, sentence: Span, marks: readonly MarkedSpan[]): readonly Span[] {
  if (contains(sentence, content)) return [content];
  const inside = cutTo(content, sentence);
  const first = firstFrom(marks, content.start + 1, ({ outer }) => outer.end);
  const touched = marks.slice(
    first,
    firstFrom(marks, content.end, ({ outer }) => outer.start),
  );
  const marked = touched.map(({ outer }) => cutTo(content, outer)).filter((part) => !overlaps(part, sentence));
  return [inside, ...marked].filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
}

const cutTo = (span: Span, { start, end }: Span): Span => ({
  start: Math.max(span.start, start),
  end: Math.min(span.end, end),
});

/** What of a content stands behind a name that it begins with. */
const cutBehind = (content: Span, { start, end }: Span): Span =>
  start <= content.start && content.start < end ? { start: Math.min(end, content.end), end: content.end } : content;

/** Whether nothing but signs and blanks stands between words in marks and the source behind them: "“...” Ilse Tarn, mayor". */
const isBeside = (text: string, source: Span, contents: readonly Span[]): boolean =>
  contents.some(({ end }) => {
    const between = text.slice(Math.max(0, end - 1), source.start);
    return (
      end <= source.start && between.length <= MAX_SIGNS && /^.?[^\p{L}\p{N}]*$/su.test(between) && MARK.test(between)
    );
  });

/** Who is asked or told, where only that stands between the cue and words in marks or the sentence's end. */
function addresseeOf(sentence: Sentence, cue: Span): Span | null {
  const from = firstFrom(sentence, cue.end, startOf);
  const verb = sentence[from - 1];
  if (verb === undefined || !ADDRESSES.has(cueWord(verb.lower)?.lemma ?? "")) return null;
  let to = from;
  while (to - from < MAX_ADDRESSEE && isNameWord(sentence[to])) to++;
  const last = sentence[to - 1] as Item;
  if (to === from || !endsAddressee(sentence, from, to)) return null;
  const next = sentence[to];
  return { start: (sentence[from] as Item).start, end: next !== undefined && isColon(next) ? next.end : last.end };
}

const isColon = ({ word }: Item): boolean => word === ":" || word === ",";

/** Before words in marks; a name also where the sentence ends. */
function endsAddressee(sentence: Sentence, from: number, to: number): boolean {
  const next = sentence[to];
  const isNamed = sentence.slice(from, to).some(({ tag }) => /^NNP/.test(tag));
  if (next === undefined) return isNamed;
  if (next.quote !== null) return true;
  return isColon(next) ? (sentence[to + 1]?.quote ?? null) !== null : isNamed && STOP.test(next.word);
}

const isNameWord = (item: Item | undefined): boolean =>
  item !== undefined && item.quote === null && (NAME_WORD.test(item.tag) || OF_NAME.test(item.lower));

const startOf = ({ start }: Item): number => start;
