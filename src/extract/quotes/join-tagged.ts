import type { TaggedStatement } from "../../model/article-tags.ts";
import type { QuoteKind } from "../../model/quote.ts";
import { contains, firstFrom, overlaps, type Span } from "../../model/span.ts";
import type { MarkedSpan } from "../marks/quotation-marks.ts";
import type { Document } from "../text/document.ts";
import type { DraftQuote } from "./draft-quote.ts";
import { isDeed, isFragment, isKnownCue } from "./is-deed.ts";
import { CueSentences } from "./sentence-of-cue.ts";
import { MarkSnapper, type SnappedContent } from "./snap-to-marks.ts";
import { SpanIndex } from "./span-index.ts";
import { isTitleOfWork } from "./title-of-work.ts";

/** Of the tagger's statements: what is less likely is wrong two times in three, on the training articles that it has not seen. */
const MIN_PROBABILITY = 0.65;

/** A statement of the tagger's as a quote, with how sure it is. */
interface TaggedDraft extends DraftQuote {
  readonly probability: number;
}

/**
 * Joins what a trained tagger says with what the rules found in running text. The tagger knows cues, sources and where a
 * statement without marks ends; the rules know marks to the letter, and the paragraphs over which a quote goes on.
 * @param drafts By the rules.
 * @param statements Of blocks that no other layout claims.
 */
export function joinTagged(
  document: Document,
  drafts: readonly DraftQuote[],
  statements: readonly TaggedStatement[],
  marked: readonly MarkedSpan[],
): DraftQuote[] {
  const sentences = new CueSentences(document, marked);
  const trimmed = statements.map((statement) => sentences.trim(statement));
  const tagged = tell(document, trimmed, new MarkSnapper(document.text, marked));
  const byTagged = indexOf(tagged);
  const byRules = indexOf(drafts);
  const isExact = (draft: DraftQuote): boolean =>
    touching(byTagged, draft.spans).every((other) => isDirect(other) || holdsAttribution(other, draft));
  const exact = drafts.filter((draft) => isDirect(draft) && isExact(draft));
  const exactly = indexOf(exact);
  const further = tagged.filter(({ spans }) => touching(exactly, spans).length === 0);
  return [
    ...exact.map((draft) => withTagged(draft, touching(byTagged, draft.spans))),
    ...further.map((draft) => withFurtherMarks(draft, touching(byRules, draft.spans), byTagged)),
  ];
}

const isDirect = ({ kind }: DraftQuote): boolean => kind === "DIRECT";

/** "“...,” Velk told Orsic, according to a guest": the guest's statement holds who told it, and the words in marks are Velk's. */
const holdsAttribution = ({ spans }: DraftQuote, { cue, source }: DraftQuote): boolean =>
  cue !== null && source !== null && spans.some((span) => contains(span, cue) && contains(span, source));

/** Words in marks are the rules' to the letter; who says them, by which word, is rather the tagger's to tell. */
function withTagged(draft: DraftQuote, [tagged]: readonly TaggedDraft[]): DraftQuote {
  if (tagged === undefined || tagged.source === null || !isDirect(tagged)) return draft;
  if (isNamedBeside(draft) && tagged.source.end <= (draft.spans[0]?.start ?? 0)) return draft;
  const { cue, source, basis } = tagged;
  return { ...draft, cue, source, basis };
}

/** "“...,” said Velk", "“...,” Velk said": no source in a sentence before says these words. */
function isNamedBeside({ basis, cue, source, spans }: DraftQuote): boolean {
  const end = spans[0]?.end ?? 0;
  if (basis !== "SUBJECT" || cue === null || source === null || Math.min(cue.start, source.start) < end) return false;
  if (source.start >= cue.end) return source.start - cue.end <= MAX_GAP;
  return cue.start - source.end <= MAX_GAP && source.start - end <= MAX_GAP_BEHIND_MARKS;
}

/** Between a verb and its subject, in UTF-16 units. */
const MAX_GAP = 2;
/** Between the words in marks and the subject behind them: the mark and a space. */
const MAX_GAP_BEHIND_MARKS = 3;

/** The statements as drafts that share no words; where two do, the likelier one stays. */
function tell(document: Document, statements: readonly TaggedStatement[], snapper: MarkSnapper): TaggedDraft[] {
  const drafts = statements
    .filter(({ cue, probability }) => probability >= MIN_PROBABILITY && !snapper.isMarked(cue))
    .flatMap((statement) => {
      const draft = toDraft(document, statement, snapper.snap(statement.contents));
      return draft.spans.length > 0 && isStatement(document, statement, draft) ? [draft] : [];
    })
    .sort((a, b) => b.probability - a.probability);
  return withoutOverlaps(document.text.length, drafts);
}

/** Words in marks are a statement where they are no title, other words where they are no deed and no fragment. */
function isStatement(document: Document, statement: TaggedStatement, { kind, marked }: DraftQuote): boolean {
  if (kind === "INDIRECT") return !isFragment(document, statement.contents) && !isDeed(document, statement);
  const saysTitle = marked.length > 0 && marked.every((mark) => isTitleOfWork(document.text, mark));
  return !saysTitle || (statement.source !== null && isKnownCue(document, statement.cue));
}

/**
 * Of those that share words the first. Each letter that is taken is ticked off: comparing all pairs would not end where
 * one paragraph has a hundred thousand.
 */
function withoutOverlaps(textLength: number, drafts: readonly TaggedDraft[]): TaggedDraft[] {
  const taken = new Uint8Array(textLength);
  return drafts.filter(({ spans }) => {
    const own = spans.map(({ start, end }) => taken.subarray(start, end));
    if (own.some((letters) => letters.includes(1))) return false;
    for (const letters of own) letters.fill(1);
    return true;
  });
}

function toDraft(
  { blocks }: Document,
  { cue, source, probability }: TaggedStatement,
  { spans, marked, direct }: SnappedContent,
): TaggedDraft {
  const kind: QuoteKind = direct ? "DIRECT" : marked.length > 0 ? "MIXED" : "INDIRECT";
  const block = firstFrom(blocks, (spans[0]?.start ?? 0) + 1, ({ start }) => start) - 1;
  return { kind, spans, cue, source, block, basis: "TAGGED", marked, probability };
}

/**
 * With the words in marks that the rules have beside those of the tagger: further parts, paragraphs that go on; and with
 * their source of the same cue, where the tagger's was none.
 */
function withFurtherMarks(
  tagged: TaggedDraft,
  rules: readonly DraftQuote[],
  index: SpanIndex<TaggedDraft>,
): DraftQuote {
  const { probability: _, ...draft } = tagged;
  const own = rules.filter(({ spans }) => touching(index, spans)[0] === tagged);
  const further = own.flatMap(({ marked }) => marked).filter((mark) => index.touching(mark).length === 0);
  const spans = [...draft.spans, ...further.map(({ start, end }) => ({ start, end }))];
  const subject = own.find(({ cue }) => cue !== null && draft.cue !== null && overlaps(cue, draft.cue))?.source ?? null;
  const source = draft.source ?? subject;
  return { ...draft, source, spans: spans.sort((a, b) => a.start - b.start), marked: [...draft.marked, ...further] };
}

const indexOf = <T extends DraftQuote>(drafts: readonly T[]): SpanIndex<T> =>
  new SpanIndex(drafts.flatMap((value) => value.spans.map((span) => ({ span, value }))));

/** Each once, in text order. */
const touching = <T>(index: SpanIndex<T>, spans: readonly Span[]): T[] => [
  ...new Set(spans.flatMap((span) => index.touching(span))),
];
