import type { Span } from "../../model/span.ts";
import { isFirstName } from "../lexicon/gazetteer.ts";
import { isAddress, isRole } from "../lexicon/role-nouns.ts";
import type { Block, Document } from "../text/document.ts";
import type { Token } from "../text/token.ts";
import type { DraftQuote } from "./draft-quote.ts";
import { isSeparator, isStageDirection, resumesNarration } from "./resumes-narration.ts";
import type { Turns } from "./told-turns.ts";

/** `NAME:` at the beginning of a paragraph. */
interface Label {
  readonly block: number;
  /** The name with its role, the colon and the stop of `Q.` left out. */
  readonly source: Span;
  /** Where the words begin. */
  readonly wordsFrom: number;
}

/** Words in a label: a name with honorifics and a role in brackets. */
const MAX_LABEL_TOKENS = 14;
/** Below this many labels an article is no transcript, and a colon is just a colon. */
const MIN_LABELS = 2;
const PARTICLES = new Set("of the and for de la le du da van von der den bin al el d' di y & , . -".split(" "));
/** Heads of newspaper furniture that look like labels. */
const NO_NAMES = new Set(
  (
    "note update updated related read more watch source sources photo photos image correction editor's editor summary background here " +
    "location date time when where what why how who exclusive breaking analysis opinion report video tickets price " +
    "contact email phone tel website more example first second third finally conclusion result results see also " +
    "question answer pros cons tip tips warning fact myth issue topic verdict rating method methods abstract"
  ).split(" "),
);
const CAPITAL = /^[\p{Lu}\p{N}]/u;

/** The turns of an interview or hearing; none unless the article has at least two labels. */
export function findLabelledTurns(document: Document): Turns {
  const labels = new Map<number, Label>();
  for (const block of document.blocks) {
    const label = block.isTitle ? null : readLabel(document.text, block);
    if (label !== null) labels.set(block.index, label);
  }
  const isTranscript = labels.size >= MIN_LABELS && nameSpeakers(document.text, [...labels.values()]);
  return isTranscript ? readTurns(document, labels) : { quotes: [], blocks: new Set() };
}

/**
 * Whether labels are those of speakers and not the heads of a list of things: one comes again, as in any exchange, two
 * are in capitals, or two begin with a first name or a form of address.
 */
function nameSpeakers(text: string, labels: readonly Label[]): boolean {
  const names = labels.map(({ source }) => text.slice(source.start, source.end));
  const shouted = names.filter((name) => /\p{Lu}{2}/u.test(name) && name === name.toUpperCase());
  const personal = names.filter((name) => opensLikePerson(name.toLowerCase().split(/[\s.]+/)));
  return new Set(names).size < names.length || shouted.length >= MIN_LABELS || personal.length >= MIN_LABELS;
}

const opensLikePerson = ([first = ""]: readonly string[]): boolean =>
  isFirstName(first) || isAddress(first) || isRole(first);

function readTurns(document: Document, labels: ReadonlyMap<number, Label>): Turns {
  const quotes: DraftQuote[] = [];
  const blocks = new Set<number>();
  let current: { source: Span; spans: Span[]; block: number } | null = null;
  const finish = (): void => {
    if (current !== null && current.spans.length > 0) quotes.push(turn(current.source, current.spans, current.block));
    current = null;
  };
  for (const block of document.blocks) {
    const label = labels.get(block.index);
    if (label !== undefined) {
      finish();
      current = { source: label.source, spans: [], block: block.index };
    } else if (current !== null && (isSeparator(block) || resumesNarration(block))) {
      finish();
    }
    if (current === null) continue;
    blocks.add(block.index);
    if (isStageDirection(block)) continue;
    for (const span of wordsOf(document.text, label?.wordsFrom ?? block.start, block.end)) current.spans.push(span);
  }
  finish();
  return { quotes, blocks };
}

const turn = (source: Span, spans: readonly Span[], block: number): DraftQuote => ({
  kind: "TRANSCRIPT",
  spans,
  cue: null,
  source,
  block,
  basis: "LABEL",
  marked: [],
});

const DIRECTION =
  /\[[^[\]]{1,80}\]|\((?:laughter|applause|crosstalk|inaudible|laughs|pause|interruption|cheers|laughing)[^()]{0,60}\)/giu;

/** The words from `start` to `end` less outer marks and stage directions in brackets. */
export function wordsOf(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(DIRECTION)) {
    pushTrimmed(text, spans, from, start + match.index);
    from = start + match.index + match[0].length;
  }
  pushTrimmed(text, spans, from, end);
  return spans;
}

const OUTER = /[\s"“”„«»]/;
const LETTER = /[\p{L}\p{N}]/u;

function pushTrimmed(text: string, spans: Span[], start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && OUTER.test(text[from] as string)) from++;
  while (to > from && OUTER.test(text[to - 1] as string)) to--;
  if (LETTER.test(text.slice(from, to))) spans.push({ start: from, end: to });
}

/** The label that the block opens with, or null. */
function readLabel(text: string, block: Block): Label | null {
  const { tokens } = block;
  const questionMark = readQuestionLabel(block);
  if (questionMark !== null) return questionMark;
  const colon = tokens.findIndex(({ word }, i) => word === ":" && i <= MAX_LABEL_TOKENS);
  if (colon < 1) return null;
  const name = tokens.slice(0, colon);
  const after = tokens[colon + 1];
  if (
    !isNameLike(name) ||
    (after !== undefined && after.start === (tokens[colon] as Token).end && !/["“]/.test(after.word))
  )
    return null;
  const last = name.at(-1) as Token;
  const source = { start: block.start, end: labelNameEnd(name) ?? last.end };
  return text.slice(source.start, source.end).includes("\n")
    ? null
    : { block: block.index, source, wordsFrom: (tokens[colon] as Token).end };
}

/** Before the role in brackets. */
function labelNameEnd(name: readonly Token[]): number | undefined {
  const bracket = name.findIndex(({ word }) => word === "(" || word === "[");
  return bracket > 0 ? name[bracket - 1]?.end : undefined;
}

/** `Q.`, `A:`, `Q -` and `Q:` of interviews. */
function readQuestionLabel(block: Block): Label | null {
  const [first, second, third] = block.tokens;
  if (first === undefined || second === undefined) return null;
  if (/^[QA]\.$/.test(first.word)) {
    return {
      block: block.index,
      source: { start: first.start, end: first.end - 1 },
      wordsFrom: second.word === ":" ? second.end : first.end,
    };
  }
  if (!/^[QA]$/.test(first.word) || !/^[:.]$/.test(second.word) || third === undefined) return null;
  return { block: block.index, source: { start: first.start, end: first.end }, wordsFrom: second.end };
}

function isNameLike(name: readonly Token[]): boolean {
  const bracket = name.findIndex(({ word }) => word === "(" || word === "[");
  const core = bracket > 0 ? name.slice(0, bracket) : name;
  if (core.length === 0 || NO_NAMES.has(core[0]?.lower ?? "")) return false;
  if (!core.every(({ word, lower }) => CAPITAL.test(word) || PARTICLES.has(lower))) return false;
  return (
    /^\p{Lu}/u.test(core[0]?.word ?? "") && !core.some(({ tag }) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag) && core.length > 3)
  );
}
