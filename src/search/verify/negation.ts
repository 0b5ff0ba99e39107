const NEGATIONS = new Set(
  "not no never nobody nothing none neither nor nowhere cannot hardly barely scarcely seldom rarely without".split(" "),
);
const CONTRACTED = /n't$/;

/** Whether a word, in the form by which words are compared, turns what is said round. */
export const isNegation = (form: string): boolean => NEGATIONS.has(form) || CONTRACTED.test(form);

/** Whether a word says that something was not said or is not so: "denies", "never". */
export const isNegationOrDenial = (form: string): boolean => isNegation(form) || DENIALS.test(form);

const DENIALS = /^den(?:y|ies|ied|ying)$/;
