import type { Gender } from "../lexicon/gazetteer.ts";

/** What a pronoun may stand for in its clause: its subject, its object, or an owner. */
type PronounCase = "SUBJECT" | "OBJECT" | "POSSESSIVE";

export interface ThirdPerson {
  readonly gender: Gender;
  readonly case: PronounCase;
}

const PRONOUNS: ReadonlyMap<string, ThirdPerson> = new Map([
  ["he", { gender: "MALE", case: "SUBJECT" }],
  ["him", { gender: "MALE", case: "OBJECT" }],
  ["his", { gender: "MALE", case: "POSSESSIVE" }],
  ["himself", { gender: "MALE", case: "POSSESSIVE" }],
  ["she", { gender: "FEMALE", case: "SUBJECT" }],
  ["her", { gender: "FEMALE", case: "POSSESSIVE" }],
  ["hers", { gender: "FEMALE", case: "POSSESSIVE" }],
  ["herself", { gender: "FEMALE", case: "POSSESSIVE" }],
]);

/** What a word (lower case) tells of the person it stands for; null when it is no such pronoun. */
export const thirdPerson = (lower: string): ThirdPerson | null => PRONOUNS.get(lower) ?? null;
