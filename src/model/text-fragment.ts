import type { TextSelector } from "./text-selector.ts";

/** A page may set its words in other elements than the text we read: of a long stretch only its ends are named. */
const MAX_WORDS_NAMED_WHOLE = 12;
const WORDS_AT_EACH_END = 5;
/** Fewer words than this stand in a page more than once: those around them tell which are meant. */
const MIN_WORDS_ALONE = 5;

/** The words, and up to 32 characters to either side, as selectors have them. */
type Words = Pick<TextSelector, "exact" | "prefix" | "suffix">;

/**
 * The address of a page, opened at these words and with them set off, as browsers understand it: one text directive
 * each. https://wicg.github.io/scroll-to-text-fragment/#syntax
 */
export function textFragmentUrl(url: string, selectors: readonly Words[]): string {
  const directives = selectors.filter(({ exact }) => exact.trim() !== "").map((words) => `text=${directive(words)}`);
  if (directives.length === 0) return url;
  return `${url}${url.includes("#") ? "" : "#"}:~:${directives.join("&")}`;
}

function directive({ exact, prefix, suffix }: Words): string {
  const words = wordsOf(exact);
  if (words.length > MAX_WORDS_NAMED_WHOLE) {
    return `${encoded(words.slice(0, WORDS_AT_EACH_END))},${encoded(words.slice(-WORDS_AT_EACH_END))}`;
  }
  if (words.length >= MIN_WORDS_ALONE) return encoded(words);
  const before = wordsOf(wholeLineEnd(prefix));
  const after = wordsOf(wholeLineStart(suffix));
  const parts = [encoded(words)];
  if (before.length > 0) parts.unshift(`${encoded(before)}-`);
  if (after.length > 0) parts.push(`-${encoded(after)}`);
  return parts.join(",");
}

/** Of one line, as a part of a directive may not reach from one block of the page into another; no half words. */
const wholeLineEnd = (prefix: string): string => (prefix.includes("\n") ? /[^\n]*$/ : /\s.*$/s).exec(prefix)?.[0] ?? "";
const wholeLineStart = (suffix: string): string =>
  (suffix.includes("\n") ? /^[^\n]*/ : /^.*\s/s).exec(suffix)?.[0] ?? "";

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");

/** A dash is part of the syntax, which percent-encoding leaves as it is; half a surrogate pair it refuses. */
const encoded = (words: readonly string[]): string =>
  encodeURIComponent(words.join(" ").replace(/\p{Surrogate}/gu, "\uFFFD")).replaceAll("-", "%2D");
