import { isOneSlip, LEAST_SLIP_LENGTH } from "../../model/one-slip.ts";
import { allowedWrong, nearestWords } from "../nearest-words.ts";
import type { Query } from "./cluster/cluster.ts";
import { MAX_WINDOW } from "./index-definitions.ts";
import type { Indices } from "./indices.ts";

/** More spellings than any word has within two letters. */
const MAX_SPELLINGS = 1_024;

export async function beginsAName(indices: Indices, word: string): Promise<boolean> {
  return (await countWith(indices, { prefix: { words: word } })) > 0;
}

/**
 * The words of names nearest to one that begins none of them: those of the smallest edit distance alone; with the same first
 * letter where there are any, for people rarely get that wrong. @param word Folded, as `nameWords` gives it.
 */
export async function similarWords(indices: Indices, word: string): Promise<readonly string[]> {
  const allowed = allowedWrong(word);
  if (allowed === 0) return [];
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const alike = await wordsNear(indices, word, allowed);
  const close = nearestWords(
    word,
    alike.filter((other) => other.startsWith(first)),
    allowed,
  );
  return close.length > 0 ? close : nearestWords(word, alike, allowed);
}

/** The words of names that are one slip of spelling away from a word that stands in none. @param word Folded. */
export async function misspeltWords(indices: Indices, word: string): Promise<readonly string[]> {
  if (word.length < LEAST_SLIP_LENGTH || (await countWith(indices, { term: { words: word } })) > 0) return [];
  return (await wordsNear(indices, word, 1)).filter((other) => isOneSlip(word, other));
}

async function countWith(indices: Indices, query: Query): Promise<number> {
  const { hits } = await indices.search({ kind: "entities", body: { query, size: 0, track_total_hits: 1 } });
  return hits.total.value;
}

/** Each different word of names with so many letters more, fewer, others or changed over, and some words beside them. */
async function wordsNear(indices: Indices, word: string, fuzziness: number): Promise<readonly string[]> {
  const { hits } = await indices.search<{ readonly words: readonly string[] }>({
    kind: "entities",
    body: {
      query: { fuzzy: { words: { value: word, fuzziness, transpositions: true, max_expansions: MAX_SPELLINGS } } },
      size: MAX_WINDOW,
      _source: ["words"],
    },
  });
  return [...new Set(hits.hits.flatMap(({ _source }) => _source.words))];
}
