import type { Span } from "../../model/span.ts";
import type { Item, Sentence } from "../marks/narration.ts";
import { isFiniteVerb } from "../text/token.ts";
import { type Cue, findCues } from "./find-cues.ts";
import { interruptedWords } from "./interrupted-words.ts";
import {
  clauseEnd,
  introducesUtterance,
  isQuote,
  type MarkedContent,
  markedAfter,
  markedBefore,
  markedWithin,
  resumedWords,
} from "./marked-content.ts";
import { type ItemRange, isComma, phraseAfter, phraseBefore, plainEnd } from "./noun-phrase.ts";
import type { Statement } from "./statement.ts";

const TIME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|earlier|later|recently|last|afterward|afterwards|again)$/;
const isTime = (item: Item): boolean => TIME.test(item.lower);

/** Who says a sentence's words in marks, and by which cue, in the order of the cues; no words are in two statements. */
export function readMarkedWords(sentence: Sentence): Statement[] {
  if (!sentence.some(isQuote)) return [];
  const interrupted = interruptedWords(sentence);
  const statements = interrupted === null ? [] : [interrupted];
  let taken = interrupted?.contents.at(-1)?.to ?? 0;
  const cues = findCues(sentence);
  const limits = reachOf(sentence, cues);
  cues.forEach((cue, i) => {
    if (cue.from < taken) return;
    const statement = readStatement(sentence, cue, taken, statements.at(-1)?.source ?? null, limits[i]);
    if (statement === null) return;
    statements.push(statement);
    taken = Math.max(cue.to, statement.contents.at(-1)?.to ?? 0, statement.source?.to ?? 0);
  });
  return withAccordingTo(sentence, statements);
}

/** For each cue where a later one begins that has a whole utterance of its own, which is none of its content; undefined for none. */
function reachOf(sentence: Sentence, cues: readonly Cue[]): (number | undefined)[] {
  const limits: (number | undefined)[] = [];
  let limit: number | undefined;
  for (let i = cues.length - 1; i >= 0; i--) {
    const cue = cues[i] as Cue;
    limits[i] = limit;
    const mayUtter = cue.frame === "SPEECH" && !cue.passive && !cue.infinitive;
    if (mayUtter && introducesUtterance(sentence, cue.to)) limit = subjectNear(sentence, cue.from, 0)?.from ?? cue.from;
  }
  return limits;
}

/** @param leading The source of the statement before, that a participle or a second verb may lean on. */
function readStatement(
  sentence: Sentence,
  cue: Cue,
  low: number,
  leading: ItemRange | null,
  limit = sentence.length,
): Statement | null {
  if (cue.infinitive && cue.frame !== "SPEECH") return null;
  const inverted = invertedSubject(sentence, cue, low);
  const source = inverted ?? (cue.infinitive ? null : subjectOf(sentence, cue, low, leading));
  const groupStart = inverted === null ? Math.min(source?.from ?? cue.from, cue.from) : cue.from;
  const groupEnd = Math.max(cue.to, inverted?.to ?? 0);
  const before = markedBefore(sentence, cue, groupStart, low, source);
  const content = before === null ? markedAfter(sentence, cue, groupEnd, limit) : resumed(sentence, before, groupEnd);
  return content === null ? null : { cue: { from: cue.from, to: cue.to }, source, ...content };
}

/** With the words in marks that take it up from `from` on. */
function resumed(sentence: Sentence, before: MarkedContent, from: number): MarkedContent {
  const further = resumedWords(sentence, from);
  return further === null ? before : { ...before, contents: [...before.contents, further] };
}

/** `"...", said Rick Wilson, a strategist`: the subject after the cue. */
function invertedSubject(sentence: Sentence, cue: Cue, low: number): ItemRange | null {
  const before = sentence[cue.from - 1];
  if (cue.passive || cue.participle) return null;
  if (cue.from > 0 && !isQuote(before) && !isComma(before)) return null;
  if (cue.from > low && isComma(before) && !isQuote(sentence[cue.from - 2]) && cue.lemma !== "say") return null;
  const first = sentence[cue.to];
  if (first === undefined || first.lower === "that" || first.lower === "this" || isTime(first)) return null;
  if (cue.frame === "ADDRESSED" && !isQuote(before)) return null;
  const phrase = phraseAfter(sentence, cue.to, true);
  if (phrase === null) return null;
  const head = plainEnd(sentence, cue.to) ?? phrase.to;
  return isFiniteVerb(sentence[head]) ? null : phrase;
}

function subjectOf(sentence: Sentence, cue: Cue, low: number, leading: ItemRange | null): ItemRange | null {
  if (cue.passive) return agentAfter(sentence, cue);
  const near = cue.participle ? null : subjectNear(sentence, cue.from, low);
  return near ?? leaningSubject(sentence, cue, leading);
}

/** Steps over a time or adverb between the subject and its verb. */
function subjectNear(sentence: Sentence, to: number, low: number): ItemRange | null {
  let end = to;
  while (end - 1 > low && isTime(sentence[end - 1] as Item)) end--;
  return phraseBefore(sentence, end, low);
}

function agentAfter(sentence: Sentence, cue: Cue): ItemRange | null {
  return sentence[cue.to]?.lower === "by" ? phraseAfter(sentence, cue.to + 1, false) : null;
}

/** "She thanked them, adding that ...": the subject of the verb before it. */
function leaningSubject(sentence: Sentence, cue: Cue, leading: ItemRange | null): ItemRange | null {
  const before = sentence[cue.from - 1];
  if (!cue.participle && before?.tag !== "CC" && !isComma(before)) return null;
  return leading;
}

/** "“...,” according to the mayor": a cue that is no verb. */
function withAccordingTo(sentence: Sentence, statements: readonly Statement[]): Statement[] {
  const at = sentence.findIndex((item, i) => item.lower === "according" && sentence[i + 1]?.lower === "to");
  const source = at < 0 ? null : phraseAfter(sentence, at + 2, at > 0);
  const content = source === null ? null : markedBeside(sentence, at, source);
  if (content === null || content.contents.some((range) => isTaken(range, statements))) return [...statements];
  return [...statements, { cue: { from: at, to: at + 2 }, source, ...content }];
}

const isTaken = ({ from, to }: ItemRange, statements: readonly Statement[]): boolean =>
  statements.some(({ contents }) => contents.some((content) => content.from < to && from < content.to));

/** What stands behind the source where "according to" opens the sentence, else what stands before it, and marks that go on behind. */
function markedBeside(sentence: Sentence, at: number, source: ItemRange): MarkedContent | null {
  if (at <= 1) return markedWithin(sentence, { from: source.to, to: clauseEnd(sentence, source.to) });
  const before = markedWithin(sentence, { from: 0, to: at });
  const all = resumed(sentence, before ?? { contents: [], isWhole: false }, source.to);
  return all.contents.length === 0 ? null : all;
}

/** The character span of a range; marks around the whole of it are left out. */
export function rangeSpan(sentence: Sentence, { from, to }: ItemRange): Span {
  const first = sentence[from] as Item;
  const last = sentence[to - 1] as Item;
  // Marks around the whole lie outside; with other words beside them they belong to the words.
  return first === last && first.quote
    ? { start: first.quote.start, end: first.quote.end }
    : { start: first.start, end: last.end };
}
