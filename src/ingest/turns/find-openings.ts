import { groupBy } from "../../model/group-by.ts";
import { spanText } from "../../model/span.ts";
import type { LineBreakRule } from "../split-paragraphs.ts";
import type { TextLine } from "../text-lines.ts";
import { withExamination } from "./examination.ts";
import { withoutFields, withoutHeadline, withoutTitle } from "./headline.ts";
import { keysBehind, withNamesForInitials } from "./initials.ts";
import { readLabel } from "./label.ts";
import { evidenceOf, type OpenedWords, shareOf } from "./layout-evidence.ts";
import { BOLD_QUESTIONS, withoutLabel, withoutLabelOrMark } from "./layouts/bold-questions.ts";
import { BRACKETED_NAMES } from "./layouts/bracketed-names.ts";
import { CHAT_NICKNAMES } from "./layouts/chat-nicknames.ts";
import { CHEVRONS } from "./layouts/chevrons.ts";
import { COLON_LABELS, unreadHead, unreadLabel } from "./layouts/colon-labels.ts";
import { CONGRESSIONAL_RECORD } from "./layouts/congressional-record.ts";
import { CUE_DASHES } from "./layouts/cue-dashes.ts";
import { DASH_LABELS } from "./layouts/dash-labels.ts";
import { EUROPEAN_PARLIAMENT } from "./layouts/european-parliament.ts";
import { NAME_AND_TIME } from "./layouts/name-and-time.ts";
import { isNameWithTitle, NAME_AND_TITLE } from "./layouts/name-and-title.ts";
import { NAME_HEADINGS } from "./layouts/name-headings.ts";
import { POSTS } from "./layouts/posts.ts";
import { QUESTIONS_AND_ANSWERS } from "./layouts/questions-and-answers.ts";
import { RUN_IN_NAMES } from "./layouts/run-in-names.ts";
import { SMALL_LETTER_NAMES } from "./layouts/small-letter-names.ts";
import { TABLE_ROWS } from "./layouts/table-rows.ts";
import { VOICE_TAGS } from "./layouts/voice-tags.ts";
import { listedNames } from "./listed-names.ts";
import { withNamesForRoles } from "./name-keys.ts";
import type { Opening } from "./opening.ts";
import { withRoleLines } from "./role-lines.ts";
import type { Place, TurnLayout } from "./turn-layout.ts";

/** In the order in which they are asked: what has more signs of its own comes first. */
const LAYOUTS: readonly TurnLayout[] = [
  VOICE_TAGS,
  CHAT_NICKNAMES,
  BRACKETED_NAMES,
  POSTS,
  TABLE_ROWS,
  QUESTIONS_AND_ANSWERS,
  COLON_LABELS,
  CHEVRONS,
  EUROPEAN_PARLIAMENT,
  CONGRESSIONAL_RECORD,
  NAME_AND_TIME,
  NAME_AND_TITLE,
  DASH_LABELS,
  RUN_IN_NAMES,
  NAME_HEADINGS,
  SMALL_LETTER_NAMES,
  CUE_DASHES,
];

/** What is only asked for where nothing names or marks who speaks. */
const LAST_RESORT: readonly TurnLayout[] = [BOLD_QUESTIONS];

/** Who takes part is listed within so many lines from the top. */
const LINES_OF_HEAD = 60;

/** So many letters of a turn tell whether somebody speaks in it. */
const LOOKED_AT = 300;

/** The lines of a document that open turns. */
export interface Openings {
  readonly byLine: ReadonlyMap<TextLine, Opening>;
  /** Lines with names that nobody's words follow: who takes part in a call. */
  readonly listed: ReadonlySet<TextLine>;
  /** Whether a narrator may come between the turns without a sign. */
  readonly areOpenEnded: boolean;
}

const NOTHING: ReadonlyMap<TextLine, Opening> = new Map();
const UNREAD_LABELS = { open: unreadLabel };
const UNREAD_HEADS = { open: unreadHead };
/** So many of the blocks open with a label where each other head is one, too. */
const MIN_LABELLED = 0.7;
const UNLABELLED_QUESTIONS = { open: withoutLabel };
const UNLABELLED_REMARKS = { open: withoutLabelOrMark };
const NONE: Openings = { byLine: NOTHING, listed: new Set(), areOpenEnded: false };

interface Found {
  readonly layout: TurnLayout;
  readonly opened: ReadonlyMap<TextLine, Opening>;
  /** What is said behind the openings; a headline that looks like one is left out. */
  readonly said: readonly OpenedWords[];
}

/**
 * Which lines open a turn, by the layouts that the document is in; none where it is no transcript. One pass a layout.
 * @param begins Whether a line begins something new behind the line before it, or only goes on for want of room
 */
export function findOpenings(text: string, blocks: readonly (readonly TextLine[])[], begins: LineBreakRule): Openings {
  const reading = new LayoutReading(text, placesOf(blocks), begins);
  const labelled = reading.spokenIn(LAYOUTS);
  const spoken = labelled.length > 0 ? labelled : reading.spokenIn(LAST_RESORT);
  if (spoken.length === 0) return NONE;
  const labels = spoken.find(({ layout }) => layout === COLON_LABELS);
  const unread =
    labels === undefined
      ? []
      : [isLabelled(blocks, labels) ? reading.openedBy(UNREAD_HEADS) : unreadLabels(text, reading)];
  // An interviewer's question in bold type between labelled answers is none of the words before it.
  const questions = reading.openedBy(UNLABELLED_QUESTIONS);
  const asked = asksInBold(questions) ? reading.openedBy(UNLABELLED_REMARKS) : questions;
  const found = [asked, ...unread, ...spoken.map(({ opened }) => opened).reverse()].flatMap((opened) => [...opened]);
  const lines = blocks.flat();
  const byLine = withoutFields(text, lines, withoutTitle(text, lines[0] as TextLine, new Map(found)));
  const withRoles = withNamesForRoles(text, lines, byLine);
  const named = withNamesForInitials(text, withRoles);
  return {
    byLine: withRoleLines(lines, withExamination(lines, named)),
    listed: new Set([...listedNames(text, lines, named), ...keysBehind(text, withRoles)]),
    // A reporter of a court takes down what is said, and tells nothing.
    areOpenEnded: spoken.every(({ layout }) => layout.isOpenEnded) && !lines.some(({ isNumbered }) => isNumbered),
  };
}

/** Labels that are not understood, and heads that come again to the letter ("Audience question:"). */
function unreadLabels(text: string, reading: LayoutReading): ReadonlyMap<TextLine, Opening> {
  const heads = reading.openedBy(UNREAD_HEADS);
  const headOf = (line: TextLine): string => text.slice(line.start, heads.get(line)?.wordsFrom);
  const repeated = new Set([...groupBy(heads.keys(), headOf).values()].filter((lines) => lines.length >= 2).flat());
  const again = [...heads].filter(([line, { wordsFrom }]) => wordsFrom < line.end && repeated.has(line));
  return new Map([...reading.openedBy(UNREAD_LABELS), ...again]);
}

const asksInBold = (asked: ReadonlyMap<TextLine, Opening>): boolean =>
  [...asked].some(([{ emphasis }, { part }]) => emphasis === "BOLD" && part === "QUESTION");

const isLabelled = (blocks: readonly (readonly TextLine[])[], { opened }: Found): boolean =>
  shareOf(blocks, ([first]) => first !== undefined && opened.has(first)) >= MIN_LABELLED;

class LayoutReading {
  readonly #text: string;
  readonly #places: readonly Place[];
  /** Names that stand with what the person is on a line of their own. */
  readonly #listed: readonly string[];
  /** Those where something may begin. */
  readonly #beginnings: ReadonlySet<Place>;

  constructor(text: string, places: readonly Place[], begins: LineBreakRule) {
    this.#text = text;
    this.#places = places;
    this.#listed = namesWithTitles(text, places);
    this.#beginnings = new Set(
      places.filter(({ line, opensBlock }, i) => opensBlock || begins((places[i - 1] as Place).line, line)),
    );
  }

  /** The layouts that the document is in: by themselves, or with names that one of those has. */
  spokenIn(layouts: readonly TurnLayout[]): readonly Found[] {
    const found = layouts.flatMap((layout) => this.#found(layout));
    const isNumbered = this.#places.some(({ line }) => line.isNumbered);
    const surely = new Set(found.filter((one) => this.#isSpoken(one, isNumbered ? [] : null)));
    const names = [...surely].flatMap(({ opened }) =>
      [...opened.values()].flatMap(({ speaker }) => (speaker ? [spanText(this.#text, speaker)] : [])),
    );
    return surely.size === 0 ? [] : found.filter((one) => surely.has(one) || this.#isSpoken(one, names));
  }

  openedBy({ open }: Pick<TurnLayout, "open">): ReadonlyMap<TextLine, Opening> {
    const opened = new Map<TextLine, Opening>();
    let before: Opening | null = null;
    for (const place of this.#places) {
      const opening: Opening | null = open({ text: this.#text, before, ...place });
      // A time or another sign of its own begins something whatever the width of the line before.
      if (opening === null || !(opening.isMarked || this.#beginnings.has(place))) continue;
      opened.set(place.line, opening);
      before = opening;
    }
    return opened;
  }

  /** None where the layout opens no line. */
  #found(layout: TurnLayout): readonly Found[] {
    const opened = this.openedBy(layout);
    if (opened.size === 0) return [];
    return [{ layout, opened, said: wordsBehind(this.#text, this.#places, withoutHeadline(this.#places, opened)) }];
  }

  #isSpoken({ layout, said }: Found, names: readonly string[] | null): boolean {
    return layout.isSpoken(evidenceOf(this.#text, said, names, this.#listed));
  }
}

/** Those above the words: further down they open turns. */
function namesWithTitles(text: string, places: readonly Place[]): readonly string[] {
  return places.slice(0, LINES_OF_HEAD).flatMap(({ line }) => {
    const label = isNameWithTitle(line.text) ? readLabel(text, line) : null;
    return label?.speaker ? [spanText(text, label.speaker)] : [];
  });
}

function placesOf(blocks: readonly (readonly TextLine[])[]): readonly Place[] {
  const lines = blocks.flat();
  let at = -1;
  return blocks.flatMap((block) =>
    block.map((line, i) => {
      at += 1;
      const [next, previous] = [lines[at + 1] ?? null, lines[at - 1] ?? null];
      return { line, opensBlock: i === 0, isAlone: block.length === 1, next, previous };
    }),
  );
}

/** The first words of each turn, as far as they tell whether somebody speaks. */
function wordsBehind(
  text: string,
  places: readonly Place[],
  opened: ReadonlyMap<TextLine, Opening>,
): readonly OpenedWords[] {
  const words: OpenedWords[] = [];
  places.forEach(({ line }, i) => {
    const opening = opened.get(line);
    if (opening === undefined) return;
    let shown = text.slice(opening.wordsFrom, Math.min(line.end, opening.wordsFrom + LOOKED_AT));
    for (let at = i + 1; shown.length < LOOKED_AT && at < places.length; at++) {
      const { line: next } = places[at] as Place;
      if (opened.has(next)) break;
      shown += ` ${next.text.slice(0, LOOKED_AT)}`;
    }
    words.push({ opening, words: shown.trim() });
  });
  return words;
}
