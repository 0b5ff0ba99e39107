const PRONOUN =
  /^(?:he|she|him|her|hers|his|himself|herself|they|them|theirs?|themselves|i|me|my|mine|myself|you|yours?|we|us|ours?|it|its|who|whom|whose|this|that|these|those|which)$/i;

export const isPronoun = (words: string): boolean => PRONOUN.test(words);
