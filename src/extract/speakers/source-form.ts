import type { Gender } from "../lexicon/gazetteer.ts";
import type { SourcePhrase } from "./source-phrase.ts";

/**
 * By what kind of words a source is known. NAME: a name is the head. APPOSED: a name stands in apposition ("the engineer, Rehn"). POSSESSED: "his
 * letter", "Rehn's office". DEFINITE: "the engineer". INDEFINITE: "engineers", "an engineer". FIRST: I and we. NONE: no source.
 */
export type SourceForm =
  | "NAME"
  | "APPOSED"
  | "HE"
  | "SHE"
  | "THEY"
  | "IT"
  | "WHO"
  | "FIRST"
  | "POSSESSED"
  | "DEFINITE"
  | "INDEFINITE"
  | "NONE";

const PRONOUNS: ReadonlyMap<string, SourceForm> = new Map([
  ["he", "HE"],
  ["him", "HE"],
  ["his", "HE"],
  ["himself", "HE"],
  ["she", "SHE"],
  ["her", "SHE"],
  ["hers", "SHE"],
  ["herself", "SHE"],
  ["they", "THEY"],
  ["them", "THEY"],
  ["their", "THEY"],
  ["it", "IT"],
  ["its", "IT"],
  ["who", "WHO"],
  ["which", "WHO"],
  ["that", "WHO"],
  ["whom", "WHO"],
  ["whose", "WHO"],
  ["i", "FIRST"],
  ["we", "FIRST"],
  ["me", "FIRST"],
  ["us", "FIRST"],
  ["my", "FIRST"],
  ["our", "FIRST"],
]);

export function sourceForm(source: SourcePhrase | null): SourceForm {
  if (source === null || source.head === null) return "NONE";
  const heads = source.names.filter(({ role }) => role === "HEAD");
  if (heads.some(({ part }) => part === "MAIN" || part === "CONJUNCT")) return "NAME";
  if (heads.some(({ part }) => part === "APPOSITION")) return "APPOSED";
  const pronoun = source.modifiers.length === 0 && source.determiner === null ? PRONOUNS.get(source.head) : undefined;
  if (pronoun) return pronoun;
  if (isPossessed(source)) return "POSSESSED";
  return /^(?:the|this|that|these|those)$/.test(source.determiner ?? "") ? "DEFINITE" : "INDEFINITE";
}

const isPossessed = ({ determiner, names }: SourcePhrase): boolean =>
  /^(?:his|her|its|their|my|our)$/.test(determiner ?? "") ||
  names.some(({ role, part }) => role === "OWNER" && part === "MAIN");

/** The gender of whom he and she stand for. */
export function genderOfPronoun(form: SourceForm): Gender | null {
  if (form === "HE") return "MALE";
  return form === "SHE" ? "FEMALE" : null;
}

/** The gender of the owner of "his letter" and "her office". */
export function genderOfOwner(source: SourcePhrase | null): Gender | null {
  return genderOfPronoun(PRONOUNS.get(source?.determiner ?? "") ?? "NONE");
}
