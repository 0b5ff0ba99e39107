import { spanText } from "../../model/span.ts";
import type { TextLine } from "../text-lines.ts";
import { comparable } from "./label-name.ts";
import type { Opening } from "./opening.ts";

/** Two names below each other, without a word between, are a list. */
const MIN_LISTED = 2;

/**
 * Lines of which each has a name and the next one has another: a list of who takes part, with nobody's words. The last of them opens a
 * turn only where it is a name that the list has already.
 */
export function listedNames(
  text: string,
  lines: readonly TextLine[],
  byLine: ReadonlyMap<TextLine, Opening>,
): ReadonlySet<TextLine> {
  const listed = new Set<TextLine>();
  let run: TextLine[] = [];
  for (const line of lines) {
    const opening = byLine.get(line);
    if (opening?.wordsFrom === line.end && opening.speaker !== null) run.push(line);
    else run = closed(run);
  }
  closed(run);
  return listed;

  function closed(names: readonly TextLine[]): TextLine[] {
    const last = names.at(-1);
    const others = names.slice(0, -1);
    const nameOf = (line: TextLine): string => comparable(nameIn(text, byLine.get(line)));
    const isTurn = last !== undefined && others.some((line) => nameOf(line) === nameOf(last));
    if (names.length >= MIN_LISTED) for (const line of isTurn ? others : names) listed.add(line);
    return [];
  }
}

const nameIn = (text: string, opening: Opening | undefined): string =>
  opening?.speaker ? spanText(text, opening.speaker) : "";
