import WORDS from "wink-lexicon/src/wn-words.js";

/** Whether a dictionary (WordNet's 77,000 words, names of famous places and people among them) has the word, as it stands or without an s of the plural. */
export const isInDictionary = (lower: string): boolean =>
  Object.hasOwn(WORDS, lower) || Object.hasOwn(WORDS, lower.replace(/s$/, ""));
