import { contains, type Span } from "../../model/span.ts";
import { attributionIn } from "../marks/dash-dialogue.ts";
import { type Item, narrationOf, type Sentence, splitSentences } from "../marks/narration.ts";
import { groupByBlock, type MarkedSpan } from "../marks/quotation-marks.ts";
import type { Block, Document } from "../text/document.ts";
import { attributionFollows } from "./attribution-follows.ts";
import { endsWithAttribution } from "./dash-attribution.ts";
import type { DraftQuote } from "./draft-quote.ts";
import { isPutQuestion } from "./put-question.ts";
import { rangeSpan, readMarkedWords } from "./read-marked-words.ts";
import type { Statement } from "./statement.ts";
import { isTitleOfWork } from "./title-of-work.ts";

/** Words in marks that nobody is said to have said count as a quote from this length on; shorter ones are titles, nicknames, scare quotes. */
const MIN_LONE_WORDS = 6;

/** Which block goes on with marks that another left open. */
type Chains = ReadonlyMap<MarkedSpan, readonly MarkedSpan[]>;

/**
 * The words in marks of running text, with their cue and source, in text order. Those of kind MIXED stand among other words
 * that are said, too; where these begin and end is the tagger's to tell.
 */
export function findAttributedQuotes(
  document: Document,
  marked: readonly MarkedSpan[],
  skip: (block: Block) => boolean,
): DraftQuote[] {
  const byBlock = groupByBlock(marked);
  const chains = chainMarks(marked);
  const leading = leadingMarks(document, byBlock, chains, skip);
  const waiting = new Set([...leading.values()].flat());
  const drafts: DraftQuote[] = [];
  let before: OpenDraft | undefined;
  for (const block of document.blocks) {
    if (skip(block)) {
      before = undefined;
      continue;
    }
    const own = byBlock.get(block.index) ?? [];
    const reader = new BlockQuotes(document.text, block, own, { chains, leading, waiting }, drafts.at(-1), before);
    for (const draft of reader.read()) drafts.push(draft);
    before = endsWithAttribution(block, own) ? undefined : reader.quoted;
  }
  return giveBack(drafts);
}

/** Words that a later paragraph gives a cue of their own are not the quote's that seemed to go on with them. */
function giveBack(drafts: readonly DraftQuote[]): DraftQuote[] {
  const last = new Map(drafts.flatMap((draft) => draft.marked.map((span) => [span, draft] as const)));
  return drafts
    .map((draft) => {
      const lost = draft.marked.find((span) => last.get(span) !== draft);
      return lost === undefined ? draft : { ...draft, spans: draft.spans.filter(({ start }) => start < lost.start) };
    })
    .filter(({ spans }) => spans.length > 0);
}

/** For each marked span left open at its paragraph's end: the ones that carry it on. */
function chainMarks(marked: readonly MarkedSpan[]): Chains {
  const chains = new Map<MarkedSpan, MarkedSpan[]>();
  let chain: MarkedSpan[] = [];
  for (const span of marked) {
    if (span.continues) {
      chain.push(span);
    } else {
      chain = [];
      chains.set(span, chain);
    }
  }
  return chains;
}

/**
 * For each mark that ends a chain and is attributed, where the first of the chain fills its paragraph: the marks before it, which wait for that attribution
 * ("“We came at dawn.” over two paragraphs, and only then “..., said Rehn”).
 */
function leadingMarks(
  { text, blocks }: Document,
  byBlock: ReadonlyMap<number, readonly MarkedSpan[]>,
  chains: Chains,
  skip: (block: Block) => boolean,
): Chains {
  const sentencesAround = ({ block }: MarkedSpan): readonly Sentence[] =>
    splitSentences(text, narrationOf(blocks[block] as Block, byBlock.get(block) ?? []), attributionFollows);
  const isAttributed = (mark: MarkedSpan): boolean =>
    !skip(blocks[mark.block] as Block) &&
    sentencesAround(mark).some((sentence) =>
      readMarkedWords(sentence).some((statement) => holds(sentence, statement, mark)),
    );
  const leading = new Map<MarkedSpan, readonly MarkedSpan[]>();
  for (const [first, further] of chains) {
    const last = further.at(-1);
    if (last === undefined || holdsAttribution(blocks[first.block] as Block, first) || !isAttributed(last)) continue;
    if (sentencesAround(first).every(isQuoteSentence)) leading.set(last, [first, ...further.slice(0, -1)]);
  }
  return leading;
}

/** "We were not asked, said Rehn, the mayor.", where its closing mark is missing. */
const holdsAttribution = ({ tokens }: Block, mark: MarkedSpan): boolean =>
  attributionIn(tokens.filter((token) => contains(mark, token))) !== null;

const holds = (sentence: Sentence, { contents }: Statement, mark: MarkedSpan): boolean =>
  contents.some(({ from, to }) => sentence.slice(from, to).some(({ quote }) => quote === mark));

/** The marks that go on with others, and those that wait for others. */
interface ChainedMarks {
  readonly chains: Chains;
  readonly leading: Chains;
  readonly waiting: ReadonlySet<MarkedSpan>;
}

/** A draft that later marks of its block may still join. */
interface OpenDraft extends DraftQuote {
  readonly spans: Span[];
  readonly marked: MarkedSpan[];
}

/** The quotes of one block. */
class BlockQuotes {
  readonly #text: string;
  readonly #block: Block;
  readonly #chains: Chains;
  readonly #leading: Chains;
  readonly #waiting: ReadonlySet<MarkedSpan>;
  readonly #previous: DraftQuote | undefined;
  readonly #before: OpenDraft | undefined;
  readonly #marked: readonly MarkedSpan[];
  readonly #sentences: readonly Sentence[];
  readonly #drafts: OpenDraft[] = [];
  /** The latest draft with words in marks, which further words in marks go on with. */
  #quoted: OpenDraft | undefined;
  readonly #taken = new Set<MarkedSpan>();

  constructor(
    text: string,
    block: Block,
    marked: readonly MarkedSpan[],
    { chains, leading, waiting }: ChainedMarks,
    previous: DraftQuote | undefined,
    before: OpenDraft | undefined,
  ) {
    this.#text = text;
    this.#block = block;
    this.#chains = chains;
    this.#leading = leading;
    this.#waiting = waiting;
    this.#previous = previous;
    this.#before = before;
    this.#marked = marked;
    this.#sentences = splitSentences(text, narrationOf(block, marked), attributionFollows);
  }

  read(): readonly OpenDraft[] {
    if (this.#marked.length > 0 && this.#sentences.every(isQuoteSentence) && !this.#isAnswer())
      this.#quoted = this.#before;
    for (const sentence of this.#sentences) this.#readSentence(sentence);
    return this.#drafts;
  }

  /** What a paragraph of nothing but words in marks goes on with. */
  get quoted(): OpenDraft | undefined {
    return this.#quoted;
  }

  #readSentence(sentence: Sentence): void {
    const statements = readMarkedWords(sentence);
    for (const statement of statements) this.#push(this.#draft(sentence, statement));
    const isAllMarked = isQuoteSentence(sentence);
    const loose = sentence.filter(
      ({ quote }) =>
        quote !== null &&
        !quote.continues &&
        !this.#waiting.has(quote) &&
        !this.#taken.has(quote) &&
        (isAllMarked || !isTitleOfWork(this.#text, quote)),
    );
    if (loose.length > 0) this.#readLoose(sentence, loose, statements.length > 0);
  }

  #push(draft: OpenDraft): void {
    if (draft.spans.length === 0) return;
    this.#drafts.push(draft);
    this.#quoted = draft;
    for (const span of draft.marked) this.#taken.add(span);
  }

  #draft(sentence: Sentence, statement: Statement): OpenDraft {
    const items = statement.contents.flatMap(({ from, to }) => sentence.slice(from, to));
    const marked = items.flatMap(({ quote }) => (quote === null ? [] : this.#withChain(quote)));
    return {
      kind: statement.isWhole ? "DIRECT" : "MIXED",
      spans: marked.map(spanOf),
      cue: rangeSpan(sentence, statement.cue),
      source: statement.source === null ? null : rangeSpan(sentence, statement.source),
      block: this.#block.index,
      basis: statement.source === null ? "NONE" : "SUBJECT",
      marked,
    };
  }

  #withChain(quote: MarkedSpan): MarkedSpan[] {
    return [...(this.#leading.get(quote) ?? []), quote, ...(this.#chains.get(quote) ?? [])];
  }

  /** Marks that no cue governs: they go on with the quote before, or stand alone when they are long enough. */
  #readLoose(sentence: Sentence, loose: readonly Item[], hasStatement: boolean): void {
    const marked = loose.flatMap(({ quote }) => (quote === null ? [] : this.#withChain(quote)));
    const last = this.#quoted;
    if (!hasStatement && last !== undefined && isQuoteSentence(sentence)) {
      for (const span of marked) {
        last.spans.push(spanOf(span));
        last.marked.push(span);
      }
      return;
    }
    if (this.#isUtteranceAlone(marked) || this.#wordsIn(marked) >= MIN_LONE_WORDS) {
      this.#push(this.#lone(sentence, marked));
    }
  }

  #wordsIn(marked: readonly MarkedSpan[]): number {
    return marked.reduce((sum, span) => sum + wordCount(this.#text, span), 0);
  }

  /** A paragraph of nothing but a whole utterance in marks is somebody's words, however short. */
  #isUtteranceAlone(marked: readonly MarkedSpan[]): boolean {
    return marked.every(({ utterance }) => utterance) && this.#sentences.every(isQuoteSentence);
  }

  #lone(sentence: Sentence, marked: MarkedSpan[]): OpenDraft {
    const lone = { kind: "DIRECT" as const, spans: marked.map(spanOf), cue: null, block: this.#block.index, marked };
    if (!isQuoteSentence(sentence)) return { ...lone, source: null, basis: "NONE" };
    if (this.#isAnswer()) return { ...lone, source: null, basis: "ANSWER" };
    const source = (this.#drafts.at(-1) ?? this.#previousNear())?.source ?? null;
    return { ...lone, source, basis: source ? "CARRIED" : "NONE" };
  }

  /** Whether the block opens right behind a question that somebody put. */
  #isAnswer(): boolean {
    const before = this.#drafts.length === 0 ? this.#previousNear() : undefined;
    return before !== undefined && isPutQuestion(this.#text, before);
  }

  #previousNear(): DraftQuote | undefined {
    return this.#previous !== undefined && this.#previous.block >= this.#block.index - 1 ? this.#previous : undefined;
  }
}

const spanOf = ({ start, end }: MarkedSpan): Span => ({ start, end });

const isPunctuation = (item: Item): boolean => item.quote === null && !/[\p{L}\p{N}]/u.test(item.word);

const isQuoteSentence = (sentence: Sentence): boolean =>
  sentence.every((item) => item.quote !== null || isPunctuation(item));

function wordCount(text: string, { start, end }: Span): number {
  return text.slice(start, end).match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
