import type { PronounFeature } from "./pronoun-features.ts";

export const PRONOUN_WEIGHTS: Readonly<Record<PronounFeature, number>> = {
  distance: -1,
  sameSentence: 0,
  previousSentence: 0,
  sameParagraph: 0,
  othersSince: 0,
  wasSubject: 1,
  staysSubject: 0,
  ownSubject: -2,
  owns: 0,
  wasPronoun: 0,
  wasOwner: 0,
  wasHungOn: 0,
  mentions: 0.4,
  share: 0,
  isInTitle: 0,
  otherWords: 0,
  reports: 0,
  namedAhead: -5,
  genderUnknown: -1.5,
};
