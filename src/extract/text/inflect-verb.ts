/** The forms of irregular verbs that the cue lexicon holds: third person, past, participle, -ing. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ["says", "said", "said", "saying"],
  tell: ["tells", "told", "told", "telling"],
  write: ["writes", "wrote", "written", "writing"],
  think: ["thinks", "thought", "thought", "thinking"],
  know: ["knows", "knew", "known", "knowing"],
  find: ["finds", "found", "found", "finding"],
  see: ["sees", "saw", "seen", "seeing"],
  feel: ["feels", "felt", "felt", "feeling"],
  hold: ["holds", "held", "held", "holding"],
  speak: ["speaks", "spoke", "spoken", "speaking"],
  read: ["reads", "read", "read", "reading"],
  swear: ["swears", "swore", "sworn", "swearing"],
  seek: ["seeks", "sought", "sought", "seeking"],
  show: ["shows", "showed", "shown", "showing"],
  foresee: ["foresees", "foresaw", "foreseen", "foreseeing"],
  sing: ["sings", "sang", "sung", "singing"],
  quip: ["quips", "quipped", "quipped", "quipping"],
  admit: ["admits", "admitted", "admitted", "admitting"],
  refer: ["refers", "referred", "referred", "referring"],
  rebut: ["rebuts", "rebutted", "rebutted", "rebutting"],
  concur: ["concurs", "concurred", "concurred", "concurring"],
  dub: ["dubs", "dubbed", "dubbed", "dubbing"],
  brag: ["brags", "bragged", "bragged", "bragging"],
  plan: ["plans", "planned", "planned", "planning"],
  slam: ["slams", "slammed", "slammed", "slamming"],
  label: ["labels", "labeled", "labelled", "labeling"],
  recap: ["recaps", "recapped", "recapped", "recapping"],
  blog: ["blogs", "blogged", "blogged", "blogging"],
  rap: ["raps", "rapped", "rapped", "rapping"],
  submit: ["submits", "submitted", "submitted", "submitting"],
  understand: ["understands", "understood", "understood", "understanding"],
  prefer: ["prefers", "preferred", "preferred", "preferring"],
};

/** Third person, past, participle and -ing form of an English verb, by the spelling rules. */
export function inflectVerb(base: string): readonly string[] {
  const irregular = IRREGULAR[base];
  if (irregular !== undefined) return irregular;
  const past = pastOf(base);
  return [thirdPersonOf(base), past, past, ingOf(base)];
}

function thirdPersonOf(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function pastOf(base: string): string {
  if (base.endsWith("e")) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

function ingOf(base: string): string {
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`;
  return /[^e]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}
