/** A query without some of its words, which may stand there with other white space. */
export function withoutWords(query: string, words: string): string {
  const pattern = words.split(/\s+/).map(escaped).join(String.raw`\s+`);
  return query
    .replace(new RegExp(pattern, "u"), " ")
    .replace(/\s+/g, " ")
    .replace(/ (?=[?.!,])/g, "")
    .replace(/^[\s,]+/, "")
    .trim();
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
