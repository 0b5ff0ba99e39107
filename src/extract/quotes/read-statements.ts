import type { Span } from "../../model/span.ts";
import { isCertainCue, takesInfinitive } from "../speakers/cue-lexicon.ts";
import { type Cue, findCues } from "../speakers/find-cues.ts";
import { type ItemRange, isComma, phraseAfter, phraseBefore, plainEnd } from "../speakers/noun-phrase.ts";
import type { Item, Sentence } from "../text/narration.ts";

/** A statement of one sentence: whose, by which cue, and where its content stands in the sentence. */
export interface Statement {
  readonly cue: ItemRange;
  readonly lemma: string;
  readonly source: ItemRange | null;
  /** In order; not empty. */
  readonly contents: readonly ItemRange[];
}

/** The statements of a sentence, in the order of their cues; contents of different statements don't overlap. */
export function readStatements(sentence: Sentence): Statement[] {
  const statements: Statement[] = [];
  let taken = 0;
  const cues = findCues(sentence);
  cues.forEach((cue) => {
    if (cue.from < taken) return;
    const statement = readStatement(sentence, cue, taken, statements.at(-1)?.source ?? null);
    if (statement === null) return;
    statements.push(statement);
    taken = Math.max(cue.to, statement.contents.at(-1)?.to ?? 0, statement.source?.to ?? 0);
  });
  return withAccordingTo(sentence, statements);
}

/** @param leading The source of the statement before, that a participle or a second verb may lean on. */
function readStatement(sentence: Sentence, cue: Cue, low: number, leading: ItemRange | null): Statement | null {
  if (cue.infinitive && cue.frame !== "SPEECH") return null;
  const inverted = invertedSubject(sentence, cue, low);
  const source = inverted ?? (cue.infinitive ? null : subjectOf(sentence, cue, low, leading));
  const groupStart = inverted === null ? Math.min(source?.from ?? cue.from, cue.from) : cue.from;
  const groupEnd = Math.max(cue.to, inverted?.to ?? 0);
  const before = contentBefore(sentence, cue, groupStart, low, source);
  const after =
    before === null
      ? contentAfter(sentence, cue, groupEnd, source)
      : (resumedQuote(sentence, groupEnd) ?? resumedClause(sentence, before, groupEnd));
  const contents = [before, after].filter((range) => range !== null);
  if (contents.length === 0) return null;
  return { cue: { from: cue.from, to: cueEnd(sentence, cue) }, lemma: cue.lemma, source, contents };
}

const isQuote = (item: Item | undefined): boolean => item?.tag === "QUOTE";

/** "in a statement", "in an interview" belong to the cue, as PolNeAR counts it. */
function cueEnd(sentence: Sentence, cue: Cue): number {
  const [a, b, c] = [0, 1, 2].map((k) => sentence[cue.to + k]?.lower);
  return a === "in" && (b === "a" || b === "an") && /^(?:statement|interview|tweet|speech|letter)$/.test(c ?? "")
    ? cue.to + 3
    : cue.to;
}

/** `"...", said Rick Wilson, a strategist`: the subject after the cue. */
function invertedSubject(sentence: Sentence, cue: Cue, low: number): ItemRange | null {
  const before = sentence[cue.from - 1];
  if (cue.passive || cue.participle || cue.frame === "WISH" || cue.frame === "JUDGEMENT") return null;
  if (cue.from > 0 && !isQuote(before) && !isComma(before)) return null;
  if (cue.from > low && isComma(before) && !isQuote(sentence[cue.from - 2]) && cue.lemma !== "say") return null;
  const first = sentence[cue.to];
  if (first === undefined || first.lower === "that" || first.lower === "this" || isTime(first)) return null;
  if (cue.frame === "ADDRESSED" && !isQuote(before)) return null;
  const phrase = phraseAfter(sentence, cue.to, true);
  if (phrase === null) return null;
  const head = plainEnd(sentence, cue.to) ?? phrase.to;
  return /^(?:VB[DZP]|MD)$/.test(sentence[head]?.tag ?? "") ? null : phrase;
}

const TIME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|earlier|later|recently|last|afterward|afterwards|again)$/;
const isTime = (item: Item): boolean => TIME.test(item.lower);

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
  if (leading !== null) return leading;
  for (let at = cue.from - 1; at > 0 && at > cue.from - 40; at--) {
    if (!/^(?:VB[DZP]|MD)$/.test((sentence[at] as Item).tag)) continue;
    const subject = phraseBefore(sentence, at, 0);
    if (subject !== null) return subject;
  }
  return null;
}

/** What is said before the cue: marks, or a clause that ends with a comma before the attribution. */
function contentBefore(
  sentence: Sentence,
  cue: Cue,
  group: number,
  low: number,
  source: ItemRange | null,
): ItemRange | null {
  if (cue.frame === "WISH" || cue.participle || cue.passive || group <= low) return null;
  if (sentence[Math.max(cue.to, source?.to ?? 0)]?.word === ":") return null;
  const last = sentence[group - 1] as Item;
  if (isQuote(last)) return quoteBefore(sentence, group, low, cue, source);
  if (!isComma(last) || source === null) return null;
  if (isQuote(sentence[group - 2])) return quoteBefore(sentence, group - 1, low, cue, source);
  if (cue.frame === "JUDGEMENT" || !endsStatement(sentence, Math.max(cue.to, source.to))) return null;
  const range = trimRange(sentence, { from: low, to: group - 1 });
  return hasVerb(sentence, range) || isInterrupted(sentence, Math.max(cue.to, source.to)) ? range : null;
}

const isInterrupted = (sentence: Sentence, at: number): boolean =>
  isComma(sentence[at]) && /^(?:VB[DZP]|MD)$/.test(sentence[at + 1]?.tag ?? "");

function quoteBefore(
  sentence: Sentence,
  to: number,
  low: number,
  cue: Cue,
  source: ItemRange | null,
): ItemRange | null {
  if (source === null) return null;
  if (cue.frame === "JUDGEMENT" || cue.frame === "THOUGHT") {
    if (!endsStatement(sentence, Math.max(cue.to, source.to))) return null;
  }
  let from = to - 1;
  while (from - 1 >= low && isQuote(sentence[from - 1])) from--;
  const clause = trimRange(sentence, { from: low, to });
  return from > clause.from && hasVerb(sentence, { from: clause.from, to: from }) ? clause : { from, to };
}

/** Nothing is said after: the sentence ends, or only a time, place or further mark follows. */
function endsStatement(sentence: Sentence, at: number): boolean {
  const item = sentence[at];
  if (item === undefined || isTime(item)) return true;
  if (/^(?:[.,;:!?]|–|—|--|\))$/.test(item.word) || isQuote(item)) return true;
  return item.tag === "IN" && item.lower !== "that" && item.lower !== "if" && item.lower !== "whether";
}

/** `..., "go on"`: marks that take up the statement after its cue. */
function resumedQuote(sentence: Sentence, from: number): ItemRange | null {
  for (let at = from; at < sentence.length && at < from + 25; at++) {
    const item = sentence[at] as Item;
    if (isQuote(item))
      return isComma(sentence[at - 1]) || at === from || sentence[at - 1]?.word === ":"
        ? quotesFrom(sentence, at)
        : null;
    if (/^VB[DZP]$/.test(item.tag) || item.word === ";") return null;
  }
  return null;
}

/** "Sand, she warned, would be dumped": the clause that a parenthetical cue interrupts before its verb. */
function resumedClause(sentence: Sentence, before: ItemRange, from: number): ItemRange | null {
  if (!isComma(sentence[from]) || !/^(?:VB[DZP]|MD)$/.test(sentence[from + 1]?.tag ?? "")) return null;
  const range = trimRange(sentence, { from: from + 1, to: clauseEnd(sentence, from + 1) });
  return isQuote(sentence[before.to - 1]) || range.from >= range.to ? null : range;
}

function quotesFrom(sentence: Sentence, from: number): ItemRange {
  let to = from + 1;
  while (isQuote(sentence[to])) to++;
  return { from, to };
}

const COMPLEMENT_START = /^(?:DT|PDT|NN|NNS|NNP|NNPS|PRP|PRP\$|CD|EX|WP|WRB|WDT|JJ|JJR|JJS|QUOTE|VBG|\$|RB)$/;

/** What is said after the cue, in the way its frame allows. */
function contentAfter(sentence: Sentence, cue: Cue, from: number, source: ItemRange | null): ItemRange | null {
  const start = complementStart(sentence, cue, from);
  if (start === null || (source === null && !isQuote(sentence[start]) && cue.infinitive)) return null;
  if (sentence[start]?.quote?.complete) return quotesFrom(sentence, start);
  const range = trimRange(sentence, { from: start, to: clauseEnd(sentence, start) });
  return range.from < range.to ? range : null;
}

function complementStart(sentence: Sentence, cue: Cue, from: number): number | null {
  const bridged = bridgeEnd(sentence, from);
  if (bridged !== null && mayBridge(sentence, cue, bridged)) return bridged;
  const first = sentence[from];
  if (first === undefined) return null;
  switch (cue.frame) {
    case "WISH":
      return first.lower === "to" || first.tag === "DT" ? from : null;
    case "ADDRESSED":
      return afterAddressee(sentence, from);
    case "JUDGEMENT":
      return /^(?:DT|PRP|PRP\$|NNP|NNPS|NN|NNS|JJ|CD|QUOTE)$/.test(first.tag) || first.lower === "for" ? from : null;
    default:
      return opensComplement(first, cue) ? from : null;
  }
}

const opensComplement = (first: Item, { lemma }: Cue): boolean =>
  first.tag === "TO" ? takesInfinitive(lemma) : COMPLEMENT_START.test(first.tag) && !isTime(first);

/** "blamed the delay on a fault that nobody had seen": a judgement's "that" opens a relative clause. */
const mayBridge = (sentence: Sentence, { frame }: Cue, to: number): boolean =>
  frame !== "WISH" && (frame !== "JUDGEMENT" || sentence[to]?.lower !== "that");

/** How far a cue may be from its content. */
const MAX_BRIDGE = 30;
const BRIDGE_ENDS = /^(?:VB[DZP]|MD|WP|WRB)$/;

/** Over "in a statement Monday", "of the plan" to a colon, a "that" or marks after a comma; null when a verb comes first. */
function bridgeEnd(sentence: Sentence, from: number): number | null {
  const limit = Math.min(sentence.length, from + MAX_BRIDGE);
  for (let at = from; at < limit; at++) {
    const content = contentAtBridge(sentence, at, from);
    if (content !== null) return content < sentence.length ? content : null;
    const { tag, word } = sentence[at] as Item;
    if (isQuote(sentence[at]) || BRIDGE_ENDS.test(tag) || word === ";") return null;
  }
  return null;
}

/** Where the content begins when the bridge ends at `at`; null where it goes on. */
function contentAtBridge(sentence: Sentence, at: number, from: number): number | null {
  const { lower, tag, word } = sentence[at] as Item;
  if (lower === "that" && (tag !== "DT" || at === from)) return at;
  if (word === ":") return at + 1;
  return isQuote(sentence[at]) && (at === from || isComma(sentence[at - 1])) ? at : null;
}

function afterAddressee(sentence: Sentence, from: number): number | null {
  const end = /^(?:PRP)$/.test(sentence[from]?.tag ?? "") ? from + 1 : plainEnd(sentence, from);
  if (end === null) return null;
  let at = end;
  while (sentence[at] !== undefined && isTime(sentence[at] as Item)) at++;
  const item = sentence[at];
  if (item === undefined || /^[.;!?]$/.test(item.word)) return null;
  return isComma(item) ? null : at;
}

const CUT_AFTER_COMMA =
  /^(?:adding|saying|noting|according|citing|arguing|telling|calling|referring|suggesting|insisting)$/;

/** The statement ends with the sentence, or where the narrator takes over. */
function clauseEnd(sentence: Sentence, from: number): number {
  for (let at = from; at < sentence.length; at++) {
    if (endsClause(sentence, at)) return at;
  }
  return sentence.length;
}

function endsClause(sentence: Sentence, at: number): boolean {
  const item = sentence[at] as Item;
  const next = sentence[at + 1]?.lower ?? "";
  if (isComma(item)) return CUT_AFTER_COMMA.test(next) || isAttribution(sentence, at + 1);
  if (item.lower === "and" || item.lower === "but") return isCertainCue(next);
  return item.word === ";" || (item.lower === "according" && next === "to");
}

/** Items of "told reporters in Velmora on Monday." */
const MAX_ATTRIBUTION = 7;

/** ", Selk told reporters." to the sentence's end. */
function isAttribution(sentence: Sentence, at: number): boolean {
  const subject = phraseAfter(sentence, at, false);
  if (subject === null) return false;
  return isCertainCue(sentence[subject.to]?.lower ?? "") && sentence.length - subject.to <= MAX_ATTRIBUTION;
}

const EDGE = /^(?:[.,;:!?…–—-]|--|\.{2,}|and|but|so|yet|however|then)$/i;
const TAIL = /^(?:[.,;:!?…–—-]|--|\.{2,})$/;

function trimRange(sentence: Sentence, range: ItemRange): ItemRange {
  let { from, to } = range;
  while (from < to && EDGE.test(sentence[from]?.word ?? "") && !isQuote(sentence[from])) from++;
  while (to > from && TAIL.test(sentence[to - 1]?.word ?? "") && !isQuote(sentence[to - 1])) to--;
  return { from, to };
}

function hasVerb(sentence: Sentence, { from, to }: ItemRange): boolean {
  for (let at = from; at < to; at++) {
    if (/^(?:VB[DZP]|MD)$/.test((sentence[at] as Item).tag)) return true;
  }
  return false;
}

/** "according to the mayor, ...": a cue that is no verb. */
function withAccordingTo(sentence: Sentence, statements: readonly Statement[]): Statement[] {
  const at = sentence.findIndex((item, i) => item.lower === "according" && sentence[i + 1]?.lower === "to");
  if (at < 0) return [...statements];
  const source = phraseAfter(sentence, at + 2, at > 0);
  if (source === null) return [...statements];
  const low = statements.findLast(({ cue }) => cue.to <= at);
  const content = accordingContent(sentence, at, source, low);
  if (content === null || statements.some((s) => s.contents.some((c) => c.from < content.to && content.from < c.to)))
    return [...statements];
  return [...statements, { cue: { from: at, to: at + 2 }, lemma: "accord", source, contents: [content] }];
}

function accordingContent(
  sentence: Sentence,
  at: number,
  source: ItemRange,
  _low: Statement | undefined,
): ItemRange | null {
  const range = at <= 1 ? { from: source.to, to: clauseEnd(sentence, source.to) } : { from: 0, to: at };
  const trimmed = trimRange(sentence, range);
  return trimmed.from < trimmed.to ? trimmed : null;
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
