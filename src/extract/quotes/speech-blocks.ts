import type { Span } from "../../model/span.ts";
import { spokenWords } from "../../model/spoken-words.ts";
import { narrationOf, type Sentence, splitSentences } from "../marks/narration.ts";
import type { MarksByBlock } from "../marks/quotation-marks.ts";
import type { Block, Document } from "../text/document.ts";
import { isDash } from "../text/token.ts";
import type { DraftQuote } from "./draft-quote.ts";
import { findCues } from "./find-cues.ts";
import { phraseAfter, phraseBefore } from "./noun-phrase.ts";
import { rangeSpan } from "./read-marked-words.ts";
import { isSeparator, isStageDirection, resumesNarration } from "./resumes-narration.ts";
import type { Turns } from "./told-turns.ts";

/** A paragraph that hands over to a speaker: "Welcoming the delegation, President X said:". */
interface Introduction {
  readonly cue: Span;
  readonly source: Span | null;
  /** Nothing else stands in the paragraph. */
  readonly isWhole: boolean;
}

const OPENING_MARK = /^(?:["“„«]|``|'')$/;

/** Speeches over paragraphs of their own, each after a line that introduces the speaker and ends with a colon. */
export function findSpeechBlocks(document: Document, marked: MarksByBlock): Turns {
  const introductions = new Map<number, Introduction>();
  for (const block of document.blocks) {
    const introduction = readIntroduction(document.text, block, marked);
    if (introduction !== null) introductions.set(block.index, introduction);
  }
  return readSpeeches(document, introductions, marked);
}

function readSpeeches(
  document: Document,
  introductions: ReadonlyMap<number, Introduction>,
  marked: MarksByBlock,
): Turns {
  const quotes: DraftQuote[] = [];
  const taken = new Set<number>();
  for (const [index, introduction] of introductions) {
    const blocks = speechAfter(document, index, introductions, marked);
    const spans = blocks.flatMap((block) => spokenWords(document.text, wordsFrom(block), wordsTo(block, marked)));
    if (spans.length === 0) continue;
    for (const block of blocks) taken.add(block.index);
    const { cue, source, isWhole } = introduction;
    if (isWhole) taken.add(index);
    quotes.push({
      kind: "DIRECT",
      spans,
      cue,
      source,
      block: index + 1,
      basis: source ? "LABEL" : "NONE",
      marked: [],
    });
  }
  return { quotes, blocks: taken };
}

/** The paragraphs of the speech that the block at `index` introduces. */
function speechAfter(
  document: Document,
  index: number,
  introductions: ReadonlyMap<number, Introduction>,
  marked: MarksByBlock,
): Block[] {
  const first = document.blocks[index + 1];
  if (first === undefined || introductions.has(index + 1)) return [];
  const goesOn = continuation(first, introductions.size);
  const speech: Block[] = [];
  for (let at = index + 1; at < document.blocks.length; at++) {
    const block = document.blocks[at] as Block;
    if (introductions.has(at) || isSeparator(block)) break;
    if (isStageDirection(block)) continue;
    if (speech.length > 0 && !isCarried(block, marked) && !goesOn(block, speech.at(-1) as Block)) break;
    speech.push(block);
  }
  return speech;
}

/** A report with this many introducing lines lays out whole speeches; with fewer, one paragraph follows each. */
const MIN_SPEECH_LINES = 3;

/** How a speech that opens in this way is seen to go on. */
function continuation(first: Block, introductions: number): (block: Block, before: Block) => boolean {
  const opening = first.tokens[0]?.word ?? "";
  if (isDash(first.tokens[0])) return (block) => isDash(block.tokens[0]) || !resumesNarration(block);
  if (OPENING_MARK.test(opening)) return (block) => opensWith(block, OPENING_MARK) && isWhollyMarked(block);
  return (block) => introductions >= MIN_SPEECH_LINES && !resumesNarration(block);
}

/** Whether a mark opened paragraphs before is still open. */
const isCarried = ({ index, start }: Block, marked: MarksByBlock): boolean => {
  const first = marked.get(index)?.[0];
  return first?.continues === true && first.start === start;
};

/** What stands behind the mark that closes a speech of several paragraphs is the narrator's. */
const wordsTo = (block: Block, marked: MarksByBlock): number =>
  isCarried(block, marked) ? (marked.get(block.index)?.[0]?.end ?? block.end) : block.end;

const opensWith = (block: Block, sign: RegExp): boolean => sign.test(block.tokens[0]?.word ?? "");

/** No narration after the closing mark. */
function isWhollyMarked(block: Block): boolean {
  const closing = block.tokens.findIndex(({ word }, i) => i > 0 && /^(?:["”»]|'')$/.test(word));
  return closing < 0 || closing >= block.tokens.length - 2;
}

function wordsFrom(block: Block): number {
  const [first, second] = block.tokens;
  return second !== undefined && isDash(first) ? second.start : block.start;
}

/** The last sentence of the block, when it ends with a cue's colon; null otherwise. */
function readIntroduction(text: string, block: Block, marked: MarksByBlock): Introduction | null {
  if (block.isTitle || block.tokens.at(-1)?.word !== ":") return null;
  const inside = marked.get(block.index) ?? [];
  const sentences = splitSentences(text, narrationOf(block, inside), () => false);
  const sentence = sentences.at(-1) ?? [];
  const cue = findCues(sentence).findLast(({ passive }) => !passive);
  if (cue === undefined) return null;
  return { cue: rangeSpan(sentence, cue), source: introducedSpeaker(sentence, cue), isWhole: sentences.length === 1 };
}

function introducedSpeaker(sentence: Sentence, cue: { from: number; to: number }): Span | null {
  const subject = phraseBefore(sentence, cue.from, 0) ?? phraseAfter(sentence, cue.to, false);
  return subject === null ? null : rangeSpan(sentence, subject);
}
