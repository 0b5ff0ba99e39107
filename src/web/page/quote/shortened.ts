/** About two lines of a narrow column, in characters. */
const MAX_LENGTH = 110;

/** The text's beginning up to a word's end, with an ellipsis for what is left out. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  if (line.length <= MAX_LENGTH) return line;
  const wordEnd = line.lastIndexOf(" ", MAX_LENGTH);
  return `${line.slice(0, wordEnd === -1 ? MAX_LENGTH : wordEnd)} …`;
}
