import type { Quote, Reported } from "../../model/quote.ts";
import { firstFrom, type Span, spanText } from "../../model/span.ts";
import { type CueFrame, cueWord } from "../lexicon/cue-lexicon.ts";
import type { Sentence } from "../marks/narration.ts";
import { findMarkedSpans } from "../marks/quotation-marks.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import { SentenceIndex } from "../quotes/sentence-index.ts";
import type { Document } from "../text/document.ts";
import { ASSERTED, HYPOTHETICAL, NOT_SAID, type Polarity } from "./polarity.ts";
import { type QuoteSentences, sentencesOf } from "./quote-sentences.ts";
import { readAssertion } from "./read-assertion.ts";
import { reportEvidence } from "./report-evidence.ts";
import { likelierReported } from "./reported.ts";
import { callsFalse, onlyAlleges, retracts, saysInvented, saysMisattributed, saysNotDone } from "./retraction.ts";

/** What the article says of a quote, beside its words and its speaker. */
export interface QuoteStatus extends Pick<Quote, "assertion" | "reports" | "sentence"> {
  /** Whether these are words in marks that nobody said, so that nobody may be shown as their speaker. */
  readonly isNobodys: boolean;
}

/** A status with what told whether words or an attitude are reported: `npm run train:reports` learns from it. */
export interface EvidencedStatus extends QuoteStatus {
  readonly evidence: readonly string[];
}

/** The status of each quote, in the order of the quotes. */
export function readStatuses(document: Document, drafts: readonly DraftQuote[]): readonly EvidencedStatus[] {
  const reader = new StatusReader(document);
  const read = drafts.map((draft) => reader.read(draft));
  const madeUp = new Set(
    drafts.filter((_, i) => read[i]?.isNobodys).flatMap((draft) => wordings(document.text, draft)),
  );
  return read.map((status, i) => {
    const isRepeated = wordings(document.text, drafts[i] as DraftQuote).some((words) => madeUp.has(words));
    return status.assertion === "ASSERTED" && isRepeated ? { ...status, assertion: "DENIED", isNobodys: true } : status;
  });
}

/** What a label or an introducing line brings was spoken, whatever else tells: a hearing has a hundred thousand such quotes. */
const isLabelled = ({ basis }: DraftQuote): boolean => basis === "LABEL";

const reportedBy = (draft: DraftQuote, evidence: readonly string[]): Reported =>
  isLabelled(draft) ? "WORDS" : likelierReported(evidence);

/** Fewer words are said again by chance. */
const MIN_REPEATED_WORDS = 4;

/** What stands in marks, without regard to case and signs, where it is long enough to be known again. */
function wordings(text: string, { marked }: DraftQuote): readonly string[] {
  return marked
    .map(
      (span) =>
        spanText(text, span)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
    )
    .flatMap((words) => (words.length < MIN_REPEATED_WORDS ? [] : [words.join(" ")]));
}

class StatusReader {
  readonly #text: string;
  readonly #sentences: SentenceIndex;

  constructor(document: Document) {
    this.#text = document.text;
    this.#sentences = new SentenceIndex(document, findMarkedSpans(document));
  }

  read(draft: DraftQuote): EvidencedStatus {
    const place = sentencesOf(this.#sentences, draft);
    const polarity = this.#polarity(draft, place);
    const evidence = isLabelled(draft) ? [] : this.#evidence(draft, place, polarity);
    const isNobodys =
      draft.marked.length > 0 && (polarity.unsaid || (polarity.assertion === "DENIED" && this.#reportsSpeech(draft)));
    return {
      sentence: place.span,
      assertion: polarity.assertion,
      isNobodys,
      evidence,
      reports: reportedBy(draft, evidence),
    };
  }

  #evidence(draft: DraftQuote, { span }: QuoteSentences, polarity: Polarity): readonly string[] {
    return reportEvidence(draft, this.#sentences.at((draft.cue ?? span).start) ?? [], polarity);
  }

  #polarity(draft: DraftQuote, place: QuoteSentences): Polarity {
    if (this.#falselyClaims(draft) && this.#reportsSpeech(draft)) return NOT_SAID;
    const polarity = readAssertion(this.#text, draft, (offset) => this.#sentences.at(offset));
    if (polarity !== ASSERTED || draft.marked.length === 0 || this.#isDenial(draft)) return polarity;
    if (this.#isCalledFalse(draft) || this.#isTakenBack(draft, place)) return NOT_SAID;
    return this.#isOnlyAlleged(draft) ? HYPOTHETICAL : ASSERTED;
  }

  /** "falsely claims that she said “…”". */
  #falselyClaims({ cue }: DraftQuote): boolean {
    return cue !== null && FALSELY.test(this.#opening(cue));
  }

  /** Whether it is told behind the cue, around the marks, that somebody said something: "that she had said “…”". */
  #reportsSpeech({ kind, cue, spans: [first] }: DraftQuote): boolean {
    if (kind !== "MIXED" || first === undefined) return false;
    const start = cue !== null && cue.end <= first.start ? cue.end : first.start;
    return SPEECH_INSIDE.test(this.#opening({ start, end: first.end }));
  }

  /** The words of those who say themselves that they never said it. */
  #isDenial({ marked: [mark] }: DraftQuote): boolean {
    return mark !== undefined && DENIAL.test(this.#opening(mark));
  }

  #opening({ start, end }: Span): string {
    return this.#text.slice(start, Math.min(end, start + LOOKED_AT));
  }

  #isCalledFalse({ marked: [mark], cue, kind }: DraftQuote): boolean {
    const sentence = mark && this.#sentences.at(mark.outer.start);
    const frame = cue === null ? undefined : frameOf(this.#opening(cue));
    // "called the fake quote “a disgrace”" is what somebody says of it.
    if (mark === undefined || sentence === undefined || frame === "JUDGEMENT") return false;
    const quote = firstFrom(sentence, mark.outer.start, ({ start }) => start);
    if (callsFalse(sentence, quote)) return true;
    return (frame === undefined || kind === "MIXED") && (saysInvented(sentence) || saysMisattributed(sentence));
  }

  /** "a voice said to be Marsh's says “…”"; behind the cue it is what somebody says of an alleged letter. */
  #isOnlyAlleged({ marked: [mark], cue }: DraftQuote): boolean {
    const sentence = mark && this.#sentences.at(mark.outer.start);
    if (mark === undefined || sentence === undefined) return false;
    const before = Math.min(mark.outer.start, cue?.start ?? mark.outer.start);
    return onlyAlleges(
      sentence,
      firstFrom(sentence, before, ({ start }) => start),
    );
  }

  #isTakenBack(draft: DraftQuote, { block, to }: QuoteSentences): boolean {
    const end = draft.spans.at(-1)?.end ?? 0;
    const inBlock = end <= block.end ? this.#sentences.ofBlock(block.index).slice(to, to + FOLLOWING) : [];
    const next = end <= block.end ? block.index + 1 : this.#sentences.blockAt(end - 1).index + 1;
    const following: readonly Sentence[] = [...inBlock, ...this.#sentences.ofBlock(next).slice(0, FOLLOWING)].slice(
      0,
      FOLLOWING,
    );
    // "A post claims that she said “…”. She did not." Of "“Go,” she said. He did not." it says nothing.
    if (following[0] && saysNotDone(following[0]) && this.#reportsSpeech(draft)) return true;
    return following.some((sentence, i) => (i === 0 ? retracts(sentence) : saysInvented(sentence)));
  }
}

/** What the cue's first verb may govern. */
const frameOf = (cue: string): CueFrame | undefined =>
  cue
    .toLowerCase()
    .split(" ")
    .map((word) => cueWord(word)?.frame)
    .find((frame) => frame !== undefined);

/** Sentences behind a quote that may take it back: right behind it "She never said it", one further still "The quote was made up". */
const FOLLOWING = 2;
/** Of the words of a quote, in UTF-16 units: enough for what a denial or a report opens with. */
const LOOKED_AT = 300;
const FALSELY = /\b(?:falsely|wrongly|incorrectly|mistakenly|erroneously)\b/i;
const SPEECH_INSIDE = /\b(?:said|says?|saying|told|called|calling|wrote|described)\b/i;
/** Of what is denied, rather than of anything: "the sea is a hoax" denies no quote. */
const DENIAL = new RegExp(
  "\\b(?:never said|(?:did not|didn['’]t|have not|haven['’]t|never) (?:say|said|made|make|wr[io]te)|nothing of the (?:kind|sort)|no such thing|not my words)\\b|" +
    "(?:^|\\b(?:it|that|this|those|these|they|all|quote|words|story|stories|report|claim|claims|letter|post|picture|video)(?: (?:is|was|are|were)|['’](?:s|re))(?: \\w+){0,3} )(?:an? |the |all |pure |complete |total |just )*(?:made[ -]up|fake|fabricat\\w*|invented|doctored|not true|untrue|false|lies?|hoax)\\b",
  "i",
);
