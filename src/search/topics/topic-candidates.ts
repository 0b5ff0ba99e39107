import { mendTags } from "../../extract/text/mend-tags.ts";
import { tagPartsOfSpeech } from "../../extract/text/tag-parts-of-speech.ts";
import type { Token } from "../../extract/text/token.ts";
import { tokenize } from "../../extract/text/tokenize.ts";
import { wordStem } from "../../store/word-stem.ts";

/** A noun, or a phrase around one, that somebody used. */
export interface TopicCandidate {
  /** As it was said first. */
  readonly phrase: string;
  /** Of its words, by which phrases are compared: `flood defences` and `flood defence` are one. */
  readonly stems: readonly string[];
  /** In how many of the texts it is, and how often in all. */
  readonly texts: number;
  readonly uses: number;
}

/** Longer phrases hardly come twice. */
const MAX_WORDS = 3;
const NOUN = /^NN/;
const MODIFIER = /^(?:NN|JJ$)/;
/** Nouns and adjectives that name nothing in particular, and those of the calendar. Own list. */
const EMPTY_WORDS = new Set(
  (
    "mr mrs ms sir madam chair thing things lot way ways kind sort bit one ones people person time times year years day days " +
    "week weeks month months moment today tomorrow yesterday part point question thank thanks course everything anything " +
    "something nothing everyone anyone someone everybody anybody somebody nobody last same other such many few next first own " +
    "different good bad great big long new monday tuesday wednesday thursday friday saturday sunday january february march " +
    "april may june july august september october november december"
  ).split(" "),
);
const WORD = /^\p{L}{3,}/u;

/** All nouns and noun phrases of up to three words; a phrase is counted beside each of its nouns. */
export function topicCandidates(texts: readonly string[]): readonly TopicCandidate[] {
  const found = new Map<string, TopicCandidate>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const { phrase, stems } of phrasesIn(text)) {
      const key = stems.join(" ");
      const known = found.get(key) ?? { phrase, stems, texts: 0, uses: 0 };
      found.set(key, { ...known, texts: known.texts + (seen.has(key) ? 0 : 1), uses: known.uses + 1 });
      seen.add(key);
    }
  }
  return [...found.values()];
}

function phrasesIn(text: string): readonly Pick<TopicCandidate, "phrase" | "stems">[] {
  const tokens = mendTags(tagPartsOfSpeech(tokenize(text, { start: 0, end: text.length })));
  const phrases = tokens.flatMap((_, end) =>
    Array.from({ length: Math.min(MAX_WORDS, end + 1) }, (_, before) => tokens.slice(end - before, end + 1)),
  );
  return phrases.filter(isNounPhrase).map((words) => ({
    phrase: words.map(({ word }) => word).join(" "),
    stems: words.map(({ word }) => wordStem(word)),
  }));
}

/** Nouns with what describes them, the last one a noun: `harbour fee`, `new ferry line`. */
function isNounPhrase(words: readonly Token[]): boolean {
  const last = words.at(-1);
  if (last === undefined || !NOUN.test(last.tag)) return false;
  return words.every(({ tag, lower, word }) => MODIFIER.test(tag) && WORD.test(word) && !EMPTY_WORDS.has(lower));
}
