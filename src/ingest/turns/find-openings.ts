import type { LineBreakRule } from "../split-paragraphs.ts";
import type { TextLine } from "../text-lines.ts";
import { evidenceOf, type OpenedWords } from "./layout-evidence.ts";
import { CHEVRONS } from "./layouts/chevrons.ts";
import { COLON_LABELS, unreadLabel } from "./layouts/colon-labels.ts";
import { CONGRESSIONAL_RECORD } from "./layouts/congressional-record.ts";
import { EUROPEAN_PARLIAMENT } from "./layouts/european-parliament.ts";
import { NAME_AND_TIME } from "./layouts/name-and-time.ts";
import { NAME_AND_TITLE } from "./layouts/name-and-title.ts";
import { NAME_HEADINGS } from "./layouts/name-headings.ts";
import { QUESTIONS_AND_ANSWERS } from "./layouts/questions-and-answers.ts";
import { RUN_IN_NAMES } from "./layouts/run-in-names.ts";
import { TABLE_ROWS } from "./layouts/table-rows.ts";
import type { Opening } from "./opening.ts";
import type { LineInPlace, TurnLayout } from "./turn-layout.ts";

/** In the order in which they are asked: what has more signs of its own comes first. */
const LAYOUTS: readonly TurnLayout[] = [
  TABLE_ROWS,
  QUESTIONS_AND_ANSWERS,
  COLON_LABELS,
  CHEVRONS,
  EUROPEAN_PARLIAMENT,
  CONGRESSIONAL_RECORD,
  NAME_AND_TIME,
  NAME_AND_TITLE,
  RUN_IN_NAMES,
  NAME_HEADINGS,
];

/** So many letters of a turn tell whether somebody speaks in it. */
const LOOKED_AT = 300;

/** The lines of a document that open turns. */
export interface Openings {
  readonly byLine: ReadonlyMap<TextLine, Opening>;
  /** Whether a narrator may come between the turns without a sign. */
  readonly areOpenEnded: boolean;
}

const NOTHING: ReadonlyMap<TextLine, Opening> = new Map();
const UNREAD_LABELS = { open: unreadLabel };
const NONE: Openings = { byLine: NOTHING, areOpenEnded: false };

/** Lines in order that may open a turn, each with what stands around it. */
type Place = Omit<LineInPlace, "before" | "text">;

/**
 * Which lines open a turn, by the layouts that the document is in; none where it is no transcript. One pass a layout.
 * @param begins Whether a line begins something new behind the line before it, or only goes on for want of room
 */
export function findOpenings(text: string, blocks: readonly (readonly TextLine[])[], begins: LineBreakRule): Openings {
  const places = placesOf(blocks);
  const found = LAYOUTS.map((layout) => ({ layout, opened: openedBy(text, layout, places, begins) }));
  const spoken = found.filter(
    ({ layout, opened }) => opened.size > 0 && layout.isSpoken(evidenceOf(text, wordsBehind(text, places, opened))),
  );
  if (spoken.length === 0) return NONE;
  const unread = spoken.some(({ layout }) => layout === COLON_LABELS)
    ? openedBy(text, UNREAD_LABELS, places, begins)
    : NOTHING;
  const byLine = new Map([unread, ...spoken.map(({ opened }) => opened).reverse()].flatMap((opened) => [...opened]));
  return { byLine, areOpenEnded: spoken.every(({ layout }) => layout.isOpenEnded) };
}

function placesOf(blocks: readonly (readonly TextLine[])[]): readonly Place[] {
  const lines = blocks.flatMap((block) =>
    block.map((line, i) => ({ line, opensBlock: i === 0, isAlone: block.length === 1 })),
  );
  return lines.map((place, i) => ({ ...place, next: lines[i + 1]?.line ?? null }));
}

function openedBy(
  text: string,
  { open }: Pick<TurnLayout, "open">,
  places: readonly Place[],
  begins: LineBreakRule,
): ReadonlyMap<TextLine, Opening> {
  const opened = new Map<TextLine, Opening>();
  let before: Opening | null = null;
  places.forEach((place, i) => {
    if (!place.opensBlock && !begins((places[i - 1] as Place).line, place.line)) return;
    const opening = open({ ...place, text, before });
    if (opening === null) return;
    opened.set(place.line, opening);
    before = opening;
  });
  return opened;
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
