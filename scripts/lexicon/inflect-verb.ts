import nlp from "compromise/two";

interface Conjugation {
  readonly PastTense: string;
  readonly Participle?: string;
  readonly Gerund: string;
}

type Conjugate = (infinitive: string, model: unknown) => Conjugation;

const MODEL = nlp.model();
/** Compromise (MIT) knows the irregular verbs; its typings leave this function out. */
const conjugate = (nlp.methods() as unknown as { two: { transform: { verb: { conjugate: Conjugate } } } }).two.transform
  .verb.conjugate;

/** One syllable that ends in one vowel and one consonant doubles it: beg, snap, quip. */
const DOUBLES_CONSONANT = /^(?:[^aeiou]|qu)*[aeiou][bdgmnprt]$/;
/** "labelled" is British where compromise has the American "labeled". */
const ENDS_IN_L = /[^aeiou][aeiou]l$/;

/** Third person, past tense, participle and -ing form of an English verb, in every spelling; without the base form. */
export function inflectVerb(base: string): readonly string[] {
  const { PastTense: past, Participle: participle = past, Gerund: gerund } = conjugate(base, MODEL);
  const isRegular = past === base || past.endsWith("ed");
  const rest = isRegular ? regularForms(base, past) : [gerund];
  return [...new Set([thirdPersonOf(base), past, participle, ...rest])].filter((form) => form !== base);
}

/** By the spelling rules: of some regular verbs compromise gives the base form for the past ("tweet"), and "snaping" for the -ing form. */
function regularForms(base: string, past: string): readonly string[] {
  if (base.endsWith("ie")) return [`${base}d`, `${base.slice(0, -2)}ying`];
  if (base.endsWith("ee")) return [`${base}d`, `${base}ing`];
  if (base.endsWith("e")) return [`${base}d`, `${base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`, `${base}ing`];
  const doubled = base + base.at(-1);
  if (DOUBLES_CONSONANT.test(base) || past === `${doubled}ed`) return [`${doubled}ed`, `${doubled}ing`];
  const stems = ENDS_IN_L.test(base) ? [base, doubled] : [base];
  return stems.flatMap((stem) => [`${stem}ed`, `${stem}ing`]);
}

function thirdPersonOf(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}
