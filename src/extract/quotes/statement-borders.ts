import type { TaggedStatement } from "../../model/article-tags.ts";
import { firstFrom, overlaps, type Span } from "../../model/span.ts";
import { cueWord } from "../lexicon/cue-lexicon.ts";
import type { Item, Sentence } from "../marks/narration.ts";

/** Verbs whose object is who hears the words. */
export const ADDRESSES: ReadonlySet<string> = new Set(["ask", "tell", "remind", "assure", "inform", "advise", "warn"]);
/** Words that lean on the next one. */
const LEANS = /^(?:DT|TO|IN|CC|PRP\$)$/;
const DETERMINER = /^(?:DT|PRP\$)$/;
const IS_WORD = /[\p{L}\p{N}]/u;

/** "on the River Loy on | Tuesday": the content without a small word that belongs to what follows in its sentence. */
export function withoutLeaningEnd(content: Span, sentence: Sentence): Span {
  const next = firstFrom(sentence, content.end, startOf);
  const last = sentence[next - 1];
  const leans = last !== undefined && LEANS.test(last.tag) && last.start > content.start && last.end === content.end;
  return leans && isWord(sentence[next]) ? { start: content.start, end: (sentence[next - 2] as Item).end } : content;
}

/** "an | agreement to": a cue that is nothing but a determiner goes on to the word behind it, where that is not what is said. */
export function wholeCue({ cue, contents }: TaggedStatement, sentence: Sentence): Span {
  const from = firstFrom(sentence, cue.start, startOf);
  const to = firstFrom(sentence, cue.end, startOf);
  const next = sentence[to];
  const isBare = to > from && sentence.slice(from, to).every(({ tag }) => DETERMINER.test(tag));
  if (!isBare || next === undefined || next.quote !== null || !isWord(next)) return cue;
  return contents.some((content) => overlaps(content, next)) ? cue : { start: cue.start, end: next.end };
}

/** "Asked whether she would go, Velk smiled": whoever follows heard the words. */
export function isHeardBySubject(cue: Span, sentence: Sentence): boolean {
  const [first] = sentence;
  return (
    first !== undefined &&
    first.start === cue.start &&
    ADDRESSES.has(cueWord(first.lower)?.lemma ?? "") &&
    PAST.test(first.lower)
  );
}

/** Where whoever heard the words comes in: the source, or the first pronoun or name behind a comma; null where neither is there. */
export function hearerAt(cue: Span, sentence: Sentence, source: Span | null): number | null {
  if (source !== null && source.start > cue.start) return source.start;
  const subject = sentence.find(
    ({ start, tag }, i) => start > cue.end && sentence[i - 1]?.word === "," && SUBJECT.test(tag),
  );
  return subject?.start ?? null;
}

const SUBJECT = /^(?:PRP|NNPS?)$/;

const PAST = /(?:ed|told)$/;

const isWord = (item: Item | undefined): boolean =>
  item !== undefined && (item.quote !== null || IS_WORD.test(item.word));

const startOf = ({ start }: Item): number => start;
