import { withoutLigatures } from "../../model/text-noise.ts";
import type { PageLine } from "./reading-order.ts";

/** A line further below than so many times the usual distance begins a paragraph. */
const PARAGRAPH_GAP = 1.3;

/** So much further to the right, in parts of the size of type, begins one too. */
const INDENT = 0.8;

/** What is centred stands so far from either side, in parts of the size of type. */
const MIN_MARGIN = 2;

/** Type that differs by more is a heading. */
const SIZE_CHANGE = 1.15;

const SENTENCE_END = /[.!?…:]["'”’»)\]]*$/;

/** The text of all pages: a line each, paragraphs apart by a blank line, words whole that a hyphen parts at a line's end. */
export function writePages(pages: readonly (readonly PageLine[])[]): string {
  const lines = pages.flat();
  const spacing = medianSpacing(lines);
  const written: string[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before !== undefined && beginsParagraph(before, line, spacing)) written.push("");
    written.push(withoutLigatures(line.text).replace(/\s+/g, " ").trim());
  });
  return withWholeWords(written).join("\n");
}

function beginsParagraph(before: PageLine, line: PageLine, spacing: number): boolean {
  const ratio = line.size / before.size;
  if (ratio > SIZE_CHANGE || ratio < 1 / SIZE_CHANGE) return true;
  const goesOn = before.y - line.y <= 0 || before.column !== line.column;
  if (goesOn) return SENTENCE_END.test(before.text.trim());
  if (before.y - line.y > PARAGRAPH_GAP * Math.max(spacing, line.size)) return true;
  return SENTENCE_END.test(before.text.trim()) && isIndented(line) && !isIndented(before) && !isCentred(line);
}

const isIndented = ({ x, left, size }: PageLine): boolean => x - left > INDENT * size;

/** About as far from the right as from the left: a heading over several lines. */
const isCentred = ({ x, width, left, right, size }: PageLine): boolean =>
  right - x - width > MIN_MARGIN * size && Math.abs(x - left - (right - x - width)) < size;

/** Between lines of one column, in points. */
function medianSpacing(lines: readonly PageLine[]): number {
  const distances = lines
    .flatMap((line, i) => {
      const before = lines[i - 1];
      return before !== undefined && before.column === line.column && before.y > line.y ? [before.y - line.y] : [];
    })
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? 0;
}

const PARTED = /(\p{L}+)[-\u00ad\u2010]$/u;
const REST = /^\p{Ll}[\p{L}\p{M}]*/u;

/**
 * A word that a hyphen parts stands whole on the first line. The hyphen goes, unless the text has the word with its hyphen
 * elsewhere and not without.
 */
function withWholeWords(lines: readonly string[]): readonly string[] {
  const known = new Set(
    lines
      .join("\n")
      .toLowerCase()
      .match(/\p{L}+(?:-\p{L}+)*/gu) ?? [],
  );
  const mended: (string | null)[] = [...lines];
  for (let i = 0; i < mended.length - 1; i++) {
    const head = PARTED.exec(mended[i] ?? "")?.[1];
    const next = mended[i + 1] ?? "";
    const rest = REST.exec(next)?.[0];
    if (head === undefined || rest === undefined) continue;
    const keeps = known.has(`${head}-${rest}`.toLowerCase()) && !known.has((head + rest).toLowerCase());
    const line = (mended[i] ?? "").slice(0, -1);
    const tail = /^\S*/.exec(next)?.[0] ?? rest;
    mended[i] = line + (keeps ? "-" : "") + tail;
    mended[i + 1] = next.slice(tail.length).trimStart() || null;
  }
  return mended.filter((line) => line !== null);
}
