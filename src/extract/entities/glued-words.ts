/** Prefixes of surnames that have a capital inside. */
const PREFIX = /^(?:Ma?c|D[eiu]|De[ls]|Dos|L[ae]|V[ao]n|Fitz|San|St|O|Jo|[A-Z])$/;

/**
 * The parts of a word at its inner capitals: "RehnFlagShareLike", a name and the buttons of a page that lost its spaces,
 * has four, "McRae" one.
 */
export function capitalParts(word: string): readonly string[] {
  const parts: string[] = [];
  for (const part of word.split(/(?<=\p{Ll})(?=\p{Lu})/u)) {
    const before = parts.at(-1);
    if (before !== undefined && PREFIX.test(before)) parts[parts.length - 1] = before + part;
    else parts.push(part);
  }
  return parts;
}
