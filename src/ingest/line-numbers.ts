/** "12    THE COURT: ...": one or two figures in the margin. */
const NUMBERED = /^\s{0,8}(\d{1,2})(?:\s+|$)/;

/** A page of a court reporter has 25 lines; an excerpt with fewer than these tells nothing. */
const MIN_NUMBERED = 4;

/** Of the lines that are not blank; the others are the heads and numbers of pages. */
const MIN_SHARE_NUMBERED = 0.6;

/** A list counts up too, but each page of a reporter counts from 1 again, and no line is left out. */
const MIN_SHARE_IN_ORDER = 0.8;

/** Where the line number of a line ends, in UTF-16 units from its start; 0 for none. */
export type LineNumberReader = (line: string) => number;

/** Tells whether a text has its lines numbered, as court reporters do, and reads the numbers. */
export function lineNumberReader(lines: Iterable<{ readonly text: string }>): LineNumberReader {
  let shown = 0;
  let numbered = 0;
  let inOrder = 0;
  let before = 0;
  for (const { text } of lines) {
    if (text.trim() === "") continue;
    shown += 1;
    const number = Number(NUMBERED.exec(text)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) continue;
    numbered += 1;
    if (number === before + 1 || number === 1) inOrder += 1;
    before = number;
  }
  const isNumbered =
    numbered >= MIN_NUMBERED && numbered >= MIN_SHARE_NUMBERED * shown && inOrder >= MIN_SHARE_IN_ORDER * numbered;
  return isNumbered ? (line) => NUMBERED.exec(line)?.[0].length ?? 0 : () => 0;
}
