import { spanText } from "../../model/span.ts";
import type { TextLine } from "../text-lines.ts";
import { isInTitleCase } from "../title-case.ts";
import { comparable, isPersonal } from "./label-name.ts";
import type { Opening } from "./opening.ts";
import type { Place } from "./turn-layout.ts";

const MIN_LONG_WORDS = 4;

/** A label on a line of its own ends with its colon. */
const SENTENCE_END = /[.…:;,]["'”’»)\]]*$/;

const mayBeHeadline = (line: string): boolean =>
  !SENTENCE_END.test(line) ||
  (isInTitleCase(line.slice(line.indexOf(":") + 1), MIN_LONG_WORDS) && /\p{Ll}/u.test(line));

/** A headline may look like a label ("Rehn: we have no choice"), where no turn follows. */
export function withoutHeadline(
  places: readonly Place[],
  opened: ReadonlyMap<TextLine, Opening>,
): ReadonlyMap<TextLine, Opening> {
  const [first, second] = places;
  const opening = first && opened.get(first.line);
  // A page's first heading below its title may be a speaker's name.
  if (opening?.isMarked && opening.wordsFrom === first?.line.end) return opened;
  if (!opening || !first.isAlone || !mayBeHeadline(first.line.text) || (second && opened.has(second.line)))
    return opened;
  return new Map([...opened].slice(1));
}

/** A title may look like a name above somebody's words ("Stolt Marine"): then nobody of that name has the word again. */
export function withoutTitle(
  text: string,
  first: TextLine,
  byLine: ReadonlyMap<TextLine, Opening>,
): ReadonlyMap<TextLine, Opening> {
  const opening = byLine.get(first);
  if (!opening?.speaker || opening.wordsFrom !== first.end || opening.isMarked || first.text.endsWith(":"))
    return byLine;
  const name = comparable(spanText(text, opening.speaker));
  const others = [...byLine].filter(([line]) => line !== first);
  const comesAgain = others.some(([, { speaker }]) => speaker && comparable(spanText(text, speaker)) === name);
  return comesAgain ? byLine : new Map(others);
}

const SENTENCE_SIGN = /[.!?…]/;

/** "Panel: Vera Stolt, captain; Ivo Keel" above the first turn: fields of a head, each with a label of its own and no sentence. */
export function withoutFields(
  text: string,
  lines: readonly TextLine[],
  byLine: ReadonlyMap<TextLine, Opening>,
): ReadonlyMap<TextLine, Opening> {
  const turns = new Map(byLine);
  const uses = new Map<string, number>();
  const labelOf = (opening: Opening): string => (opening.speaker ? spanText(text, opening.speaker) : "");
  for (const opening of byLine.values()) uses.set(labelOf(opening), (uses.get(labelOf(opening)) ?? 0) + 1);
  for (const line of lines) {
    const opening = byLine.get(line);
    if (opening === undefined) continue;
    const words = text.slice(opening.wordsFrom, line.end);
    const label = labelOf(opening);
    const isField =
      label !== "" && uses.get(label) === 1 && words !== "" && !isPersonal(label) && !SENTENCE_SIGN.test(words);
    if (!isField || opening.isMarked || opening.part !== null) return turns;
    turns.delete(line);
  }
  return turns;
}
