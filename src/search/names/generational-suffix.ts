/** Each suffix by the ways in which it is written. */
const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ...["jr", "sr", "ii", "iii", "iv"].map((suffix) => [suffix, suffix] as const),
  ["junior", "jr"],
  ["senior", "sr"],
]);

/** A store finds names by how they end, so that it has to be asked for each. */
export const SUFFIX_FORMS: readonly string[] = [...SUFFIXES.keys()];

/** Whether a folded word tells a father from a son of one name, or one prince from another. */
export const isGenerational = (word: string): boolean => SUFFIXES.has(word);

/** Two names contradict each other only where both have a suffix: "Jr." is often left out. */
export const suffixesAgree = (a: string, b: string): boolean =>
  a === "" || b === "" || SUFFIXES.get(a) === SUFFIXES.get(b);
