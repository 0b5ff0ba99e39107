/** Most longer words of a headline have capitals where they have them for the headline's sake. */
const LEAST_CAPITALISED = 0.7;
const LONGER_WORD = /[\p{L}’'-]{4,}/gu;

/** Whether a line is in title case. @param leastWords Of four letters and more: fewer tell nothing */
export function isInTitleCase(line: string, leastWords: number): boolean {
  const words = line.match(LONGER_WORD) ?? [];
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= leastWords && capitalised >= LEAST_CAPITALISED * words.length;
}
