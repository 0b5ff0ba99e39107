import { type Span, spanText } from "../../model/span.ts";
import { spokenWords } from "../../model/spoken-words.ts";
import { type Turn, UNTOLD } from "../../model/turn.ts";
import { isPageFurniture } from "../page-furniture.ts";
import type { Paragraph } from "../split-paragraphs.ts";
import type { TextLine } from "../text-lines.ts";
import type { Opening } from "./opening.ts";
import { isCaption, isInCapitals, isSilent } from "./silent-line.ts";

const OPENING_MARK = /^["“„«]/;
const MARK = /["“”„«»]/g;
/** A closing mark with nothing behind it. */
const CLOSED = /^["”«»]\.?\s*$/;

/** Where the next quotation mark stands; behind the text where there is none. */
function markFrom(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.exec(text)?.index ?? text.length;
}

/** A turn as far as it was read. */
export class OpenTurn {
  readonly #text: string;
  /** Where the first quotation mark behind the one that opens the words stands, once it was looked for. */
  #nextMark: number | null = null;
  readonly #opening: Opening;
  readonly #line: TextLine;
  readonly #words: Span[] = [];
  #end: number;

  constructor(text: string, line: TextLine, opening: Opening) {
    this.#text = text;
    this.#opening = opening;
    this.#line = line;
    this.#end = opening.wordsFrom;
  }

  get wordsFrom(): number {
    return this.#opening.wordsFrom;
  }

  /** Subtitles name the speaker in each cue again. */
  goesOn(line: TextLine, { speaker }: Opening): boolean {
    const before = this.#opening.speaker;
    if (line.seconds === null || speaker === null || before === null) return false;
    return spanText(this.#text, speaker) === spanText(this.#text, before);
  }

  /** Live captions are in capitals throughout. */
  get isInSmallLetters(): boolean {
    return this.#words[0] !== undefined && !isInCapitals(spanText(this.#text, this.#words[0]));
  }

  /** The paragraph that opens it: what stands behind the label. */
  open({ lines }: Paragraph, { wordsFrom }: Opening): void {
    const [first, ...others] = lines as [TextLine, ...TextLine[]];
    const behind = wordsFrom < first.end ? [{ start: wordsFrom, end: first.end }] : [];
    this.#add([...behind, ...others]);
  }

  /**
   * Whether words wholly in quotation marks have ended, and the paragraph opens no others: a paper that has the name before the quote
   * ("Vera Stolt: “It is gone.”") goes on in its own words.
   */
  isEndedBefore(paragraph: Paragraph): boolean {
    const { wordsFrom } = this.#opening;
    if (!OPENING_MARK.test(this.#text[wordsFrom] ?? "") || OPENING_MARK.test(spanText(this.#text, paragraph)))
      return false;
    this.#nextMark ??= markFrom(this.#text, wordsFrom + 1);
    return this.#nextMark > wordsFrom + 1 && CLOSED.test(this.#text.slice(this.#nextMark, this.#end));
  }

  /** A paragraph behind the first one: words, or a heading or direction that is nobody's and ends nothing. */
  take(paragraph: Paragraph): void {
    if (this.#isNobodys(paragraph)) this.#end = paragraph.end;
    else this.#add(paragraph.lines);
  }

  finish(isOpenEnded: boolean): Turn {
    const { speaker, role, part, seconds } = this.#opening;
    return {
      start: this.#line.start,
      end: this.#end,
      // Copied to its length: an array that grew has room for seventeen.
      words: this.#words.slice(),
      ...{ ...UNTOLD, speaker, role, part, startSeconds: seconds ?? this.#line.seconds, isOpenEnded },
    };
  }

  /** Lines of one paragraph. A margin or a time between two of them is left out. */
  #add(lines: readonly Span[]): void {
    const spoken = lines.filter(
      (line) => line.start >= this.#opening.wordsFrom && !isSilent(spanText(this.#text, line)),
    );
    for (const { start, end } of runs(this.#text, spoken)) this.#words.push(...spokenWords(this.#text, start, end));
    this.#end = Math.max(this.#end, lines.at(-1)?.end ?? 0);
  }

  /** Between plain words below a label, what is wholly in italics tells of the hall. */
  #isAside({ lines }: Paragraph): boolean {
    const isPlain = this.#line.emphasis === null && this.#opening.part === null;
    return isPlain && lines.every(({ emphasis }) => emphasis === "ITALIC");
  }

  #isNobodys(paragraph: Paragraph): boolean {
    const shown = spanText(this.#text, paragraph);
    const isUnderPicture = this.#opening.part !== null && isCaption(shown);
    return (
      isHeading(paragraph) || this.#isAside(paragraph) || isSilent(shown) || isPageFurniture(shown) || isUnderPicture
    );
  }
}

/** A heading, or a line in bold type or italics that is no sentence. */
function isHeading({ lines }: Paragraph): boolean {
  const [first] = lines;
  if (first?.emphasis !== "BOLD" && first?.emphasis !== "ITALIC") return first?.emphasis === "HEADING";
  return lines.length === 1 && !/[.!?:…]["'”’)*_]*$/.test(first.text);
}

/** Stretches with nothing but blanks between the lines. */
function runs(text: string, lines: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const { start, end } of lines) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, start).trim() === "") joined[joined.length - 1] = { start: last.start, end };
    else joined.push({ start, end });
  }
  return joined;
}
