import { type Article, articleBlocks } from "../model/article.ts";
import type { Chunk } from "../model/chunk.ts";
import type { Quote } from "../model/quote.ts";
import { contains, firstFrom, overlaps, type Span, spanText, trimmedSpan } from "../model/span.ts";

/** Words of one paragraph that belong together, before they are cut to the length of a chunk. */
export interface Passage extends Pick<Chunk, "quoteIds" | "paragraph" | "spans"> {
  /** Whether it is a turn of a transcript. */
  readonly isTurn: boolean;
}

/** A stop behind a word ends a sentence; behind initials and abbreviations ("M. Tarn", "Gen. Voss") it does not. */
const SENTENCE_END = /\p{Ll}{3}[.!?]\s/u;

/** Fewer words than this beside a statement are no passage of their own: they are the rest of a sentence, or a stage direction. */
const LEAST_WORDS = 4;

/** What somebody says in one paragraph, or several in the same sentences. */
interface StatementPart extends Span {
  readonly quotes: readonly Quote[];
  /** From here on the paragraph's text is the statement's: a turn's label stands before its words. */
  readonly from: number;
  readonly isTurn: boolean;
}

/**
 * Divides an article into passages, in reading order: the sentences of each statement with whoever says it, those that share a
 * sentence together; the words of each turn; and what is between these. Every sentence is in one passage, but for a title in
 * which nothing is said and lines that only open a speech.
 */
export function passagesOf(article: Article, quotes: readonly Quote[]): readonly Passage[] {
  const blocks = articleBlocks(article);
  const first = article.titleSpan === null ? 0 : -1;
  const partsByBlock = statementParts(blocks, quotes);
  const introductions = introducingBlocks(article, blocks, quotes);
  return blocks.flatMap((block, i) => {
    const paragraph = i + first;
    const parts = partsByBlock[i] ?? [];
    // The title is searched with every passage of its article; alone it is one only where it tells what somebody said.
    if (introductions.has(i) || (paragraph < 0 && parts.length === 0)) return [];
    return passagesOfBlock(article.text, block, parts).map((passage) => ({ paragraph, ...passage }));
  });
}

/** For each block what is said in it, in text order; what shares words is put together. */
function statementParts(blocks: readonly Span[], quotes: readonly Quote[]): readonly (readonly StatementPart[])[] {
  const parts = blocks.map((): StatementPart[] => []);
  for (const quote of quotes) {
    for (const i of blocksOf(blocks, quote)) parts[i]?.push(partIn(blocks[i] as Span, quote));
  }
  return parts.map((ofBlock) => joined(ofBlock.sort((a, b) => a.start - b.start || a.end - b.end)));
}

const blocksOf = (blocks: readonly Span[], { spans }: Quote): ReadonlySet<number> =>
  new Set(spans.map((span) => blockOf(blocks, span)));

/** The last block that begins at or before a span. */
const blockOf = (blocks: readonly Span[], { start }: Span): number =>
  Math.max(0, firstFrom(blocks, start + 1, (block) => block.start) - 1);

function partIn(block: Span, quote: Quote): StatementPart {
  const isTurn = quote.kind === "TRANSCRIPT";
  const { sentence, cue, speakerMention, spans } = quote;
  const inside = (span: Span | null): span is Span => span !== null && contains(block, span);
  const words = spans.filter(inside);
  const attribution = [cue, speakerMention].filter(inside);
  const shown = isTurn ? words : [...words, ...attributionBeside(words, attribution), ...[sentence].filter(inside)];
  const span = { start: Math.min(...shown.map(({ start }) => start)), end: Math.max(...shown.map(({ end }) => end)) };
  const from = isTurn ? Math.min(span.start, ...attribution.map(({ start }) => start)) : span.start;
  return { from, quotes: [quote], isTurn, ...span };
}

/** A speaker may be named paragraphs of sentences away, in the same block; a cue within a few words belongs to the statement. */
const MOST_BETWEEN = 60;

function attributionBeside(words: readonly Span[], attribution: readonly Span[]): readonly Span[] {
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  return attribution.filter((span) => span.end >= start - MOST_BETWEEN && span.start <= end + MOST_BETWEEN);
}

function joined(parts: readonly StatementPart[]): readonly StatementPart[] {
  const all: StatementPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last && overlaps(last, part) && !last.isTurn && !part.isTurn) {
      all[all.length - 1] = { ...last, end: Math.max(last.end, part.end), quotes: [...last.quotes, ...part.quotes] };
    } else all.push(part);
  }
  return all;
}

/** A passage in the making. */
interface Piece {
  start: number;
  end: number;
  readonly part: StatementPart | null;
}

/** The statements of a block and what is between them: a few words go to the statement beside them. */
function passagesOfBlock(
  text: string,
  block: Span,
  parts: readonly StatementPart[],
): readonly Omit<Passage, "paragraph">[] {
  if (parts.length === 0) return [{ quoteIds: [], spans: [trimmedSpan(text, block)], isTurn: false }];
  const pieces: Piece[] = [];
  let from = block.start;
  for (const part of parts) {
    const start = placeGap(text, { start: from, end: part.from }, pieces) ?? part.start;
    pieces.push({ start: part.isTurn ? part.start : start, end: part.end, part });
    from = Math.max(from, part.end);
  }
  placeGap(text, { start: from, end: block.end }, pieces);
  return pieces.map(({ start, end, part }) => ({
    quoteIds: part?.quotes.map(({ id }) => id) ?? [],
    spans: part?.isTurn ? turnSpans(part) : [{ start, end }],
    isTurn: part?.isTurn ?? false,
  }));
}

/**
 * Puts what is before a statement where it belongs: it is a passage, or goes to the statement before. Where there is none, gives
 * where the statement behind it begins with it; null where that begins with itself.
 */
function placeGap(text: string, between: Span, pieces: Piece[]): number | null {
  const gap = trimmedSpan(text, between);
  if (gap.start >= gap.end) return null;
  const last = pieces.at(-1);
  if (isPassage(text, gap)) pieces.push({ part: null, ...gap });
  else if (last === undefined) return gap.start;
  else if (last.part?.isTurn === false) last.end = gap.end;
  return null;
}

/** A turn's own words, without the stage directions and labels between them. */
const turnSpans = ({ start, end, quotes }: StatementPart): readonly Span[] =>
  quotes.flatMap(({ spans }) => spans.filter((span) => span.start >= start && span.end <= end));

const isPassage = (text: string, gap: Span): boolean =>
  (spanText(text, gap).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0) >= LEAST_WORDS;

/** Blocks that only open a speech: "Welcoming the delegation, the president said:" and the words come below. */
function introducingBlocks({ text }: Article, blocks: readonly Span[], quotes: readonly Quote[]): ReadonlySet<number> {
  const introducing = new Set<number>();
  for (const { cue, speakerMention, spans } of quotes) {
    const opening = cue ?? speakerMention;
    const first = spans[0];
    if (!opening || !first || opening.end > first.start) continue;
    const place = blockOf(blocks, opening);
    const words = spanText(text, blocks[place] ?? opening);
    const opensSpeech = words.endsWith(":") && !SENTENCE_END.test(words);
    if (opensSpeech && place < blockOf(blocks, first)) introducing.add(place);
  }
  return introducing;
}
