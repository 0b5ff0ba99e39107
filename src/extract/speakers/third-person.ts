import type { Gender } from "../lexicon/gazetteer.ts";
import type { Token } from "../text/token.ts";

/** What a pronoun may stand for in its clause: its subject, its object, an owner, or the subject once more ("herself"). */
type PronounCase = "SUBJECT" | "OBJECT" | "POSSESSIVE" | "REFLEXIVE";

export interface ThirdPerson {
  readonly gender: Gender;
  readonly case: PronounCase;
}

const PRONOUNS: ReadonlyMap<string, ThirdPerson> = new Map([
  ["he", { gender: "MALE", case: "SUBJECT" }],
  ["him", { gender: "MALE", case: "OBJECT" }],
  ["his", { gender: "MALE", case: "POSSESSIVE" }],
  ["himself", { gender: "MALE", case: "REFLEXIVE" }],
  ["she", { gender: "FEMALE", case: "SUBJECT" }],
  ["her", { gender: "FEMALE", case: "POSSESSIVE" }],
  ["hers", { gender: "FEMALE", case: "POSSESSIVE" }],
  ["herself", { gender: "FEMALE", case: "REFLEXIVE" }],
]);

/** "Her" is an owner before what is hers, and an object elsewhere ("asked her about"). */
const HERS = /^(?:NN|JJ|CD|VBN|VBG|RB)/;

/** What a word tells of the person it stands for; null when it is no such pronoun. @param next The word behind it. */
export function thirdPerson({ lower }: Token, next: Token | undefined): ThirdPerson | null {
  const pronoun = PRONOUNS.get(lower) ?? null;
  return lower === "her" && !HERS.test(next?.tag ?? "") ? { gender: "FEMALE", case: "OBJECT" } : pronoun;
}
