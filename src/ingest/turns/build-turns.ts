import { spanText } from "../../model/span.ts";
import { type Turn, UNTOLD } from "../../model/turn.ts";
import { isPageFurniture } from "../page-furniture.ts";
import type { Paragraph } from "../split-paragraphs.ts";
import type { TextLine } from "../text-lines.ts";
import { areOfRecording } from "./clock.ts";
import { isExaminationHead } from "./examination.ts";
import type { Openings } from "./find-openings.ts";
import { headsBetween } from "./heads-between.ts";
import { OpenTurn } from "./open-turn.ts";
import type { Opening } from "./opening.ts";
import { closesTurn, isInCapitals, isSilent } from "./silent-line.ts";

/** The turns that the openings open, in text order. A turn takes all paragraphs up to the next opening or a line that closes it. */
export function buildTurns(text: string, paragraphs: readonly Paragraph[], openings: Openings): readonly Turn[] {
  const builder = new TurnBuilder(text, openings.areOpenEnded);
  const heads = headsBetween(text, paragraphs, openings);
  for (const paragraph of paragraphs) {
    const line = paragraph.lines[0] as TextLine;
    const opening = openings.byLine.get(line);
    if (builder.isLabelOfTurn(paragraph)) continue;
    if (openings.listed.has(line)) builder.pass(paragraph);
    else if (heads.has(paragraph)) builder.takeHead(paragraph);
    else if (opening !== undefined && !isPageFurniture(spanText(text, paragraph))) builder.open(paragraph, opening);
    else builder.goOn(paragraph);
  }
  return withRecordingTimes(builder.finish());
}

class TurnBuilder {
  readonly #text: string;
  readonly #areOpenEnded: boolean;
  readonly #turns: Turn[] = [];
  #current: OpenTurn | null = null;

  constructor(text: string, areOpenEnded: boolean) {
    this.#text = text;
    this.#areOpenEnded = areOpenEnded;
  }

  /** A role below the name may be a paragraph of its own. */
  isLabelOfTurn({ end }: Paragraph): boolean {
    return this.#current !== null && end <= this.#current.wordsFrom;
  }

  open(paragraph: Paragraph, opening: Opening): void {
    const line = paragraph.lines[0] as TextLine;
    if (!this.#current?.goesOn(line, opening)) {
      this.finish();
      this.#current = new OpenTurn(this.#text, line, opening);
    }
    this.#current?.open(paragraph, opening);
  }

  goOn(paragraph: Paragraph): void {
    if (this.#isHead(paragraph)) this.pass(paragraph);
    else if (this.#current?.isEndedBefore(paragraph) || closesTurn(spanText(this.#text, paragraph))) this.finish();
    else this.#current?.take(paragraph);
  }

  /** Above the first turn it is the text's own. */
  takeHead(paragraph: Paragraph): void {
    if (this.#current !== null || this.#turns.length > 0) this.pass(paragraph);
  }

  /** A turn without words: what the transcript itself says is nobody's speech. */
  pass({ start, end }: Paragraph): void {
    this.finish();
    this.#turns.push({ start, end, words: [], ...UNTOLD });
  }

  finish(): readonly Turn[] {
    if (this.#current !== null) this.#turns.push(this.#current.finish(this.#areOpenEnded));
    this.#current = null;
    return this.#turns;
  }

  /** "DIRECT EXAMINATION", behind turns that are not in capitals themselves. */
  #isHead(paragraph: Paragraph): boolean {
    const shown = spanText(this.#text, paragraph);
    if (isExaminationHead(shown)) return true;
    if (!isInCapitals(paragraph.lines[0]?.text ?? "") || isSilent(shown)) return false;
    return this.#current === null ? this.#turns.length > 0 : this.#current.isInSmallLetters;
  }
}

/** Times of the day are none of the recording. */
function withRecordingTimes(turns: readonly Turn[]): readonly Turn[] {
  const times = turns.flatMap(({ startSeconds }) => startSeconds ?? []);
  return areOfRecording(times) ? turns : turns.map((turn) => ({ ...turn, startSeconds: null }));
}
