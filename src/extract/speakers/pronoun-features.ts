import type { Candidate, PronounPlace } from "./pronoun-candidates.ts";
import WEIGHTS from "./pronoun-weights.json" with { type: "json" };

/** What is weighed for a candidate: each 0 or 1 unless it says otherwise. */
const FEATURES = {
  /** Sentences back to the last mention, as log2(1 + n). */
  distance: ({ last }: Candidate, at: PronounPlace) => (last ? Math.log2(1 + at.sentence - last.sentence) : 0),
  sameSentence: ({ last }: Candidate, at: PronounPlace) => Number(last?.sentence === at.sentence),
  previousSentence: ({ last }: Candidate, at: PronounPlace) => Number(last?.sentence === at.sentence - 1),
  sameParagraph: ({ last }: Candidate, at: PronounPlace) => Number(last?.block === at.block),
  /** How many other people were mentioned since, as log2(1 + n). */
  othersSince: ({ othersSince }: Candidate) => Math.log2(1 + othersSince),
  wasSubject: ({ last }: Candidate) => Number(last?.isSubject === true),
  /** A subject goes on as the subject of the next sentences. */
  staysSubject: ({ last }: Candidate, at: PronounPlace) => Number(last?.isSubject === true && at.isSubject),
  /** "Rehn told him": the object is not the subject of its own sentence. */
  ownSubject: ({ last }: Candidate, { pronoun, sentence }: PronounPlace) =>
    Number(last?.isSubject === true && last.sentence === sentence && pronoun.case === "OBJECT"),
  /** "Rehn took her hat". */
  owns: ({ last }: Candidate, { pronoun, sentence }: PronounPlace) =>
    Number(last?.isSubject === true && last.sentence === sentence && pronoun.case === "POSSESSIVE"),
  /** "Rehn took it himself". */
  isHimself: ({ last }: Candidate, { pronoun, sentence }: PronounPlace) =>
    Number(last?.isSubject === true && last.sentence === sentence && pronoun.case === "REFLEXIVE"),
  wasPronoun: ({ last }: Candidate) => Number(last?.isPronoun === true),
  wasOwner: ({ last }: Candidate) => Number(last?.isOwner === true),
  wasHungOn: ({ last }: Candidate) => Number(last?.afterPreposition === true),
  /** Mentions so far, as log2. */
  mentions: ({ mentions }: Candidate) => Math.log2(1 + mentions),
  /** 0..1. */
  share: ({ share }: Candidate) => share,
  isInTitle: ({ isInTitle }: Candidate) => Number(isInTitle),
  otherWords: ({ last }: Candidate, at: PronounPlace) => Number(last !== null && last.layer !== at.layer),
  reports: ({ person }: Candidate, { reporter }: PronounPlace) => Number(person === reporter),
  namedAhead: ({ last }: Candidate) => Number(last === null),
  genderUnknown: ({ person }: Candidate) => Number(person.gender === null),
} satisfies Record<string, (candidate: Candidate, place: PronounPlace) => number>;

export const FEATURE_NAMES = Object.keys(FEATURES) as readonly (keyof typeof FEATURES)[];

/** The values of all features for a candidate, in the order of their names. */
export const featuresOf = (candidate: Candidate, place: PronounPlace): readonly number[] =>
  FEATURE_NAMES.map((name) => FEATURES[name](candidate, place));

const LEARNED: readonly number[] = FEATURE_NAMES.map((name) => WEIGHTS.weights[name]);

/** How well a candidate fits; only differences between candidates mean something. */
export const weighCandidate = (candidate: Candidate, place: PronounPlace): number =>
  featuresOf(candidate, place).reduce((sum, value, i) => sum + value * (LEARNED[i] ?? 0), 0);
