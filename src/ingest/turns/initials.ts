import { type Span, spanText } from "../../model/span.ts";
import type { TextLine } from "../text-lines.ts";
import type { Opening } from "./opening.ts";

const INITIALS = /^(?:[A-Z]\.?){2,4}$/;
/** Where most labels are of this kind, one that nothing explains is nobody's name ("LI:" among "MARTIN:" and "ROSS:" is one). */
const MOSTLY = 0.6;
/** A key, or names in full, stand at the top: so many UTF-16 units of it are looked at. */
const TOP = 4_000;

const NAME_RUN =
  /\p{Lu}[\p{L}'’-]+(?:[ \u00a0]+(?:\p{Lu}[\p{L}'’.-]*|(?:de|da|la|van|von|der|den|bin|al|el|du|di)(?=[ \u00a0])))+/gu;

/**
 * Labels of initials ("OB:") lead to the name in full at the top ("Olaf Brun (OB)", "OB = Olaf Brun", a headline that has
 * it). A line of the key is no turn. Where the top explains none, such a label names nobody.
 */
export function withNamesForInitials(
  text: string,
  byLine: ReadonlyMap<TextLine, Opening>,
): ReadonlyMap<TextLine, Opening> {
  const labelled = [...byLine.values()].filter(({ speaker }) => speaker !== null);
  const short = labelled.filter((opening) => initialsOf(text, opening) !== null);
  if (short.length < MOSTLY * labelled.length || short.length === 0) return byLine;
  const key = new Set([...byLine].filter(([line, opening]) => isKey(text, line, opening)).map(([line]) => line));
  const first = [...byLine.keys()]
    .filter((line) => !key.has(line))
    .reduce((least, { start }) => Math.min(least, start), text.length);
  const names = namesByInitials(text, Math.min(first, TOP));
  const turns = [...byLine].filter(([line]) => !key.has(line));
  return new Map(turns.map(([line, opening]) => [line, named(text, opening, names)]));
}

function named(text: string, opening: Opening, names: ReadonlyMap<string, Span>): Opening {
  const initials = initialsOf(text, opening);
  return initials === null ? opening : { ...opening, speaker: names.get(initials) ?? null };
}

function initialsOf(text: string, { speaker }: Opening): string | null {
  const label = speaker && spanText(text, speaker);
  return label && INITIALS.test(label) ? label.replaceAll(".", "") : null;
}

/** "OB: Olaf Brun, ferryman": nothing but what the initials stand for. */
function isKey(text: string, line: TextLine, opening: Opening): boolean {
  const initials = initialsOf(text, opening);
  const words = text.slice(opening.wordsFrom, line.end);
  NAME_RUN.lastIndex = 0;
  const run = NAME_RUN.exec(words);
  return initials !== null && run?.index === 0 && initialsIn(run[0]).join("") === initials;
}

/** Each run of capitals by its initials, the first of each. Parts count too: "Mayor Olaf Brun" is OB. */
function namesByInitials(text: string, end: number): ReadonlyMap<string, Span> {
  const names = new Map<string, Span>();
  for (const run of text.slice(0, end).matchAll(NAME_RUN)) {
    const words = [...run[0].matchAll(/\p{Lu}[\p{L}'’.-]*/gu)];
    words.forEach((word, i) => {
      for (let last = i + 1; last < Math.min(words.length, i + 4); last++) {
        const ending = words[last] as RegExpExecArray;
        const span = { start: run.index + word.index, end: run.index + ending.index + ending[0].length };
        const initials = initialsIn(spanText(text, span)).join("");
        if (!names.has(initials)) names.set(initials, span);
      }
    });
  }
  return names;
}

const initialsIn = (name: string): readonly string[] =>
  [...name.matchAll(/(?<![\p{L}])\p{Lu}/gu)].map(([letter]) => letter);
