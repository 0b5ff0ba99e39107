import { loadedWhenAsked } from "../text/load-package.ts";

/** WordNet's 77,000 words in small letters, names of famous places and people among them, each with its place in the list. */
const words = loadedWhenAsked((require) => require("wink-lexicon/src/wn-words.js") as Readonly<Record<string, number>>);

/** Whether the dictionary has the word, as it stands or without an s of the plural. */
export const isInDictionary = (lower: string): boolean =>
  Object.hasOwn(words(), lower) || Object.hasOwn(words(), lower.replace(/s$/, ""));
