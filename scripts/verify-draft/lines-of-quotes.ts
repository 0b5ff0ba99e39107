/** Words that tell where a quote begins: more would be cut by signs of the file's own, such as a link's address. */
const WORDS = 5;

/**
 * The line of a file on which each of some texts begins, from 1; null for one that the file does not have in these words, as when it
 * is no file of text.
 * @param texts In the order in which they stand in the file.
 */
export function linesOf(file: string, texts: readonly string[]): readonly (number | null)[] {
  let from = 0;
  return texts.map((text) => {
    const at = placeOf(file, text, from);
    if (at === null) return null;
    from = at + 1;
    return countLines(file, at);
  });
}

/** Behind the text before, or anywhere where it is not there: quotes may stand in each other. */
function placeOf(file: string, text: string, from: number): number | null {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, WORDS) ?? [];
  if (words.length === 0) return null;
  const pattern = new RegExp(words.join("[^\\p{L}\\p{N}]{1,12}"), "gu");
  pattern.lastIndex = from;
  const match = pattern.exec(file) ?? new RegExp(pattern.source, "u").exec(file);
  return match?.index ?? null;
}

const countLines = (file: string, end: number): number => file.slice(0, end).split(/\r\n|\r|\n/).length;
