import { eng as FUNCTION_WORDS } from "stopword";
import { queryTerms } from "../store/search-terms.ts";
import { isNegatedVerb } from "../store/whole-words.ts";

/** What questions about quotes are made of, beyond the function words: they ask for words, they are none of them. */
const QUESTION_WORDS = [
  "summarize",
  "summarise",
  "discussion",
  "discussions",
  "discuss",
  "discussed",
  "debate",
  "debates",
  "debated",
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

/** Of their kind the library's list has the others; "us" is a country, too. */
const MORE_FUNCTION_WORDS = ["she", "hers", "herself", "its", "mine", "when"];

const EMPTY_WORDS = new Set([...FUNCTION_WORDS, ...MORE_FUNCTION_WORDS, ...QUESTION_WORDS]);

/** More than any question has, and as many as the store looks for; the rest of a pasted page would only cost time. */
const MAX_WORDS = 64;

/** The distinct words of a query that carry its matter, folded. */
export const matterWords = (query: string): readonly string[] =>
  distinctWords(query)
    .filter((word) => !EMPTY_WORDS.has(word) && !isNegatedVerb(word))
    .slice(0, MAX_WORDS);

/** The same; all of its words when none carries matter ("who is he"). */
export function queryWords(query: string): readonly string[] {
  const matter = matterWords(query);
  return matter.length > 0 ? matter : distinctWords(query).slice(0, MAX_WORDS);
}

const distinctWords = (query: string): readonly string[] => [...new Set(queryTerms(query))];
