import { matchSpans, type Span, spanText } from "../../model/span.ts";
import type { TextLine } from "../text-lines.ts";
import { NAME_RUN } from "./name-runs.ts";
import type { Opening } from "./opening.ts";

const INITIALS = /^(?:[A-Z]\.?){1,4}$/;
/** Where most labels are of this kind, one that nothing explains is nobody's name ("LI:" among "MARTIN:" and "ROSS:" is one). */
const MOSTLY = 0.6;
/** Four letters without stops are a short surname ("FELD") rather than initials that nothing explains. */
const MAX_UNEXPLAINED = 3;
/** A key, or names in full, stand at the top: so many UTF-16 units of it are looked at. */
const TOP = 4_000;

/** What somebody is, behind the name. */
const NO_SENTENCE = /^(?:\s*(?:[,;(–-]|$)[^.!?]*)?$/;

type Names = ReadonlyMap<string, Span>;

/**
 * Labels of initials ("OB:", "B:") lead to the name in full of another label, or at the top ("Olaf Brun (OB)", "OB = Olaf Brun", a headline
 * that has it). A line of the key is no turn. Where nothing explains them, and most labels are such, they name nobody.
 */
export function withNamesForInitials(
  text: string,
  byLine: ReadonlyMap<TextLine, Opening>,
): ReadonlyMap<TextLine, Opening> {
  const labelled = [...byLine.values()].filter(({ speaker }) => speaker !== null);
  if (!labelled.some((opening) => initialsOf(text, opening) !== null)) return byLine;
  const inLabels = namesByInitials(text, labelled.map(({ speaker }) => speaker as Span).filter(isFullName(text)));
  const named = replaced(text, byLine, inLabels);
  return areMostlyInitials(text, labelled) ? explainedAtTop(text, named) : named;
}

/** Of different labels, each once. */
function areMostlyInitials(text: string, labelled: readonly Opening[]): boolean {
  const labels = new Set(labelled.map(({ speaker }) => spanText(text, speaker as Span)));
  const short = [...labels].filter(
    (label) => INITIALS.test(label) && label.replaceAll(".", "").length <= MAX_UNEXPLAINED,
  );
  return short.length >= MOSTLY * labels.size;
}

const isFullName =
  (text: string) =>
  (label: Span): boolean =>
    /\S\s+\S/.test(spanText(text, label));

function replaced(text: string, byLine: ReadonlyMap<TextLine, Opening>, names: Names): ReadonlyMap<TextLine, Opening> {
  const nameOf = (opening: Opening): Span | null => names.get(initialsOf(text, opening) ?? "") ?? opening.speaker;
  return new Map([...byLine].map(([line, opening]) => [line, { ...opening, speaker: nameOf(opening) }]));
}

function explainedAtTop(text: string, byLine: ReadonlyMap<TextLine, Opening>): ReadonlyMap<TextLine, Opening> {
  const turns = [...byLine].filter(([line, opening]) => !isKey(text, line, opening));
  const first = turns
    .filter(([, opening]) => initialsOf(text, opening) !== null)
    .reduce((least, [{ start }]) => Math.min(least, start), text.length);
  // A key may stand at the end as well.
  const keys = [...byLine].filter(([line, opening]) => isKey(text, line, opening));
  const runs = [...runsBefore(text, Math.min(first, TOP)), ...keys.flatMap((key) => runsOfKey(text, key))];
  const explained = replaced(text, new Map(turns), namesByInitials(text, runs));
  const surnames = new Set(runs.map((run) => spanText(text, run).split(/\s+/).at(-1)?.toUpperCase()));
  const mayBeName = (initials: string): boolean => initials.length > MAX_UNEXPLAINED || surnames.has(initials);
  return new Map([...explained].map(([line, opening]) => [line, withoutInitials(text, opening, mayBeName)]));
}

function withoutInitials(text: string, opening: Opening, mayBeName: (initials: string) => boolean): Opening {
  const initials = initialsOf(text, opening);
  return initials === null || mayBeName(initials) ? opening : { ...opening, speaker: null };
}

function initialsOf(text: string, { speaker }: Opening): string | null {
  const label = speaker && spanText(text, speaker);
  return label && INITIALS.test(label) ? label.replaceAll(".", "") : null;
}

/** "OB: Olaf Brun, ferryman": nothing but what the initials stand for. "OB: Olaf Brun. I row." is an answer. */
function isKey(text: string, line: TextLine, opening: Opening): boolean {
  const initials = initialsOf(text, opening);
  const words = text.slice(opening.wordsFrom, line.end);
  // Not by `exec`, which leaves a mark on the pattern of where to go on.
  const [run] = words.matchAll(NAME_RUN);
  if (initials === null || run?.index !== 0 || initialsIn(run[0]).join("") !== initials) return false;
  return NO_SENTENCE.test(words.slice(run[0].length));
}

/** The lines of a key that stands behind turns: they end the last of them. */
export function keysBehind(text: string, byLine: ReadonlyMap<TextLine, Opening>): readonly TextLine[] {
  const isOfKey = [...byLine].map(([line, opening]) => isKey(text, line, opening));
  const first = isOfKey.indexOf(false);
  return first < 0 ? [] : [...byLine.keys()].filter((_, i) => i > first && isOfKey[i]);
}

const runsBefore = (text: string, end: number): readonly Span[] => matchSpans(text, NAME_RUN, { start: 0, end });

const runsOfKey = (text: string, [line, { wordsFrom }]: readonly [TextLine, Opening]): readonly Span[] =>
  matchSpans(text, NAME_RUN, { start: wordsFrom, end: line.end });

/**
 * Each run of capitals by its initials, the first of each. Parts count too: "Mayor Olaf Brun" is OB. One letter alone is the surname's, or
 * else the first name's, where it is one person's only.
 */
function namesByInitials(text: string, runs: readonly Span[]): Names {
  const names = new Map<string, Span>();
  for (const run of runs) {
    for (const part of partsOf(text, run)) {
      const initials = initialsIn(spanText(text, part)).join("");
      if (!names.has(initials)) names.set(initials, part);
    }
  }
  return new Map([...byOneLetter(text, runs, 0), ...byOneLetter(text, runs, -1), ...names]);
}

/** Two to four words of a run. */
function partsOf(text: string, run: Span): readonly Span[] {
  const words = matchSpans(text, /\p{Lu}[\p{L}'’.-]*/gu, run);
  return words.flatMap(({ start }, i) => words.slice(i + 1, i + 4).map(({ end }) => ({ start, end })));
}

function byOneLetter(text: string, runs: readonly Span[], word: 0 | -1): Names {
  const found = new Map<string, Span>();
  const several = new Set<string>();
  for (const run of runs) {
    const letter = initialsIn(spanText(text, run)).at(word) ?? "";
    const known = found.get(letter);
    if (known !== undefined && spanText(text, known) !== spanText(text, run)) several.add(letter);
    found.set(letter, known ?? run);
  }
  return new Map([...found].filter(([letter]) => !several.has(letter)));
}

const initialsIn = (name: string): readonly string[] =>
  [...name.matchAll(/(?<![\p{L}])\p{Lu}/gu)].map(([letter]) => letter);
