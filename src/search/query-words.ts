import { stemmer } from "stemmer";
import { eng as FUNCTION_WORDS } from "stopword";
import { foldName } from "../model/fold-name.ts";

/** What questions about quotes are made of, beyond the function words: they ask for words, they are none of them. */
const QUESTION_WORDS = [
  "why",
  "whom",
  "whose",
  "does",
  "say",
  "says",
  "saying",
  "tell",
  "told",
  "talk",
  "talked",
  "quote",
];

const EMPTY_WORDS = new Set([...FUNCTION_WORDS, ...QUESTION_WORDS]);

/** More than any question has, and as many as the store looks for; the rest of a pasted page would only cost time. */
const MAX_WORDS = 64;

/** The distinct words of a query that carry its matter, folded; all of its words when none does ("who is he"). */
export function queryWords(query: string): readonly string[] {
  const words = [...new Set(wordsOf(foldName(query)))];
  const matter = words.filter((word) => !EMPTY_WORDS.has(word));
  return (matter.length > 0 ? matter : words).slice(0, MAX_WORDS);
}

/** The form in which words are compared: "meetings" and "meeting" are one. Porter's stem, as the full-text index has it. */
export const stem = (word: string): string => stemmer(foldName(word));

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
