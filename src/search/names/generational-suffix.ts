const SUFFIXES = new Set(["jr", "junior", "sr", "senior", "ii", "iii", "iv"]);

/** Whether a folded word tells a father from a son of one name, or one prince from another. */
export const isGenerational = (word: string): boolean => SUFFIXES.has(word);
