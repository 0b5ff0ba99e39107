import { stemmer } from "stemmer";
import { foldName } from "../model/fold-name.ts";

/** The form in which words are compared: "meetings" and "meeting" are one. Porter's stem of the folded word. */
export const wordStem = (word: string): string => stemmer(foldName(word));

/** The words of a text as they are compared before stemming: no accents, no letter case. In order, with repeats. */
export const foldedWords = (text: string): readonly string[] => foldName(text).match(/[\p{L}\p{N}]+/gu) ?? [];
