import type { PageLine } from "./reading-order.ts";

/** Heads and feet stand in the first and last lines of a page. */
const LINES_AT_EDGE = 3;

/** A line is one where it comes again on so many pages and on this part of them; a bare number always. */
const MIN_PAGES = 3;
const MIN_SHARE = 0.4;

const PAGE_NUMBER = /^(?:[-–—\s]*(?:page\s+)?\d{1,5}(?:\s*(?:of|\/)\s*\d{1,5})?[-–—\s]*|[ivxlc]{1,7})$/i;

/** The pages without page numbers and without the lines that stand at the top or the bottom of many of them. */
export function withoutRunningHeads(pages: readonly (readonly PageLine[])[]): readonly (readonly PageLine[])[] {
  const uses = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(edgeLines(page).map(keyOf));
    for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  const isRunning = (line: PageLine): boolean => {
    const count = uses.get(keyOf(line)) ?? 0;
    return PAGE_NUMBER.test(line.text.trim()) || (count >= MIN_PAGES && count >= MIN_SHARE * pages.length);
  };
  return pages.map((page) => {
    const running = new Set(edgeLines(page).filter(isRunning));
    return page.filter((line) => !running.has(line));
  });
}

/** By their place on the page, whatever column they are in. */
function edgeLines(page: readonly PageLine[]): readonly PageLine[] {
  const sorted = [...page].sort((a, b) => b.y - a.y);
  return [...new Set([...sorted.slice(0, LINES_AT_EDGE), ...sorted.slice(-LINES_AT_EDGE)])];
}

/** Numbers change from page to page. */
const keyOf = ({ text }: PageLine): string => text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim().toLowerCase();
