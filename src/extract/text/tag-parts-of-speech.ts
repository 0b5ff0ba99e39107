import { loadedWhenAsked } from "./load-package.ts";
import type { Token } from "./token.ts";
import type { RawToken } from "./tokenize.ts";

type CreateTagger = typeof import("wink-pos-tagger")["default"];

/** 30 to 50 MB. */
const partOfSpeechTagger = loadedWhenAsked((require) => (require("wink-pos-tagger") as CreateTagger)());

/**
 * Tokens tagged with this many at a time: the tagger looks a few words to each side only, and a batch bounds
 * the memory of a very long paragraph.
 */
const BATCH = 20_000;

/** Gives each token its Penn Treebank tag, by wink-pos-tagger (unigram lexicon and Brill's rules). */
export function tagPartsOfSpeech(raw: readonly RawToken[]): Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < raw.length; from += BATCH) {
    const batch = raw.slice(from, from + BATCH);
    const tagged = partOfSpeechTagger().tagRawTokens(batch.map(({ word }) => word));
    batch.forEach(({ start, end, word }, i) => {
      tokens.push({ start, end, word, lower: word.toLowerCase(), tag: tagOf(word, tagged[i]?.pos) });
    });
  }
  return tokens;
}

const SIGN = /^[^\p{L}\p{N}'"“”‘’`$%]/u;

/** The tagger takes signs that it does not know, such as an en dash, for names. */
function tagOf(word: string, tag: string | undefined): string {
  if (tag === undefined) return "NN";
  return SIGN.test(word) && /^[NVJR]/.test(tag) ? ":" : tag;
}
