import BRITISH_TO_AMERICAN from "american-british-english-translator/data/british_spellings.json" with { type: "json" };

/** British spellings and the American ones they stand for, from american-british-english-translator (MIT). */
const AMERICAN: ReadonlyMap<string, string> = new Map(Object.entries(BRITISH_TO_AMERICAN));

/** Pairs of that list that are two words: a tonne is no ton, a groyne no groin; and some that it mistypes. */
const TWO_WORDS = new Set(
  "tonne tonnes groyne groynes philtre philtres draught draughts baulk fillet fillets gauge gauges pummelled pummelling snowploughs".split(
    " ",
  ),
);

/** Verbs in -ise and what is made of them: too many for any list. Shorter ones (prise, wise, rise) are words of their own. */
const OXFORD_IZE = /^(\p{L}{3,}[^aeiou\s])iz(e|ed|es|er|ers|ing|ation|ations|able|ational)$/u;

/** One form for the British and the American spelling of a word in lower case: neither is a change of words. */
export function oneSpelling(word: string): string {
  const apostrophe = word.indexOf("'");
  if (apostrophe > 0) return oneSpelling(word.slice(0, apostrophe)) + word.slice(apostrophe);
  const american = TWO_WORDS.has(word) ? word : (AMERICAN.get(word) ?? word);
  return american.replace(OXFORD_IZE, "$1is$2");
}
