import { loadedWhenAsked } from "../text/load-package.ts";
import WORD_LISTS from "./word-lists.json" with { type: "json" };

/** First names with gender, surnames, countries, regions, cities, companies, teams, and common words: compromise's (npm run lexicon). */
const { FUNCTION, COMMON, ...LISTS } = WORD_LISTS.lists;

export type NameClass = "MALE" | "FEMALE" | "FIRST" | "LAST" | "PLACE" | "ORGANIZATION" | "DEMONYM" | "DATE";

/** Names that the lists lack and news is full of. Own list. */
const ADDITIONS: Readonly<Partial<Record<NameClass, string>>> = {
  MALE: "jeb ilham valery valeriy vladimir sergey sergei dmitry mitt barack newt reince bernie beto rand marco recep bashar xi kim ban boris emmanuel volodymyr benjamin bibi viktor yevgeny mikhail nikolai igor oleg anatoly yuri nigel rishi keir justin narendra",
  FEMALE: "hillary kellyanne melania ivanka angela theresa huma nikki carly condoleezza ursula sonia elena ruth",
  PLACE:
    "u.s. us usa u.s.a. uk u.k. u.a.e. uae eu america africa europe asia antarctica arctic oceania washington london moscow beijing brussels baku kyiv kiev " +
    "gaza crimea donbas aleppo benghazi middle_east far_east west_bank new_york los_angeles san_francisco hong_kong " +
    "south_america north_america latin_america central_america central_asia caucasus balkans scandinavia siberia england scotland wales northern_ireland ireland britain great_britain russia soviet_union " +
    // The states of America as its news agencies shorten them.
    "ala. ariz. ark. calif. colo. conn. d.c. del. fla. ga. ill. ind. kan. ky. la. mass. md. mich. minn. miss. mo. mont. n.c. n.d. n.h. n.j. n.m. n.y. neb. nev. " +
    "okla. ore. pa. r.i. s.c. s.d. tenn. tex. va. vt. w.va. wash. wis. wyo. ariz ark calif colo conn fla kan minn mont neb nev okla tenn wis wyo " +
    "capitol_hill silicon_valley wall_street hollywood manhattan brooklyn united_states united_states_of_america russian_federation earth mars moon jupiter venus",
  ORGANIZATION:
    "nato un u.n. united_nations european_union congress senate house parliament pentagon kremlin gop fbi cia nsa irs epa fda nasa cnn nbc abc cbs fox msnbc bbc npr pbs " +
    "reuters bloomberg politico breitbart isis isil hamas hezbollah taliban opec imf who unesco unicef google facebook twitter youtube apple amazon microsoft wikipedia " +
    "democrats republicans democratic_party republican_party tories labour associated_press washington_post new_york_times wall_street_journal supreme_court state_department justice_department treasury usa_today " +
    "house_of_representatives house_of_commons house_of_lords white_house downing_street vatican holy_see white_house_press_office al_qaeda al_jazeera islamic_state world_bank red_cross",
};

const NAMES: ReadonlyMap<string, ReadonlySet<NameClass>> = compile();

function compile(): Map<string, Set<NameClass>> {
  const names = new Map<string, Set<NameClass>>();
  const add = (name: string, kind: NameClass): void => {
    const classes = names.get(name);
    if (classes === undefined) names.set(name, new Set([kind]));
    else classes.add(kind);
  };
  for (const [kind, list] of Object.entries(LISTS)) {
    for (const name of list.split("|")) add(name, kind as NameClass);
  }
  for (const [kind, list] of Object.entries(ADDITIONS)) {
    for (const name of list.split(" ")) add(name.replaceAll("_", " "), kind as NameClass);
  }
  return names;
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(FUNCTION.split("|"));
const COMMON_WORDS: ReadonlySet<string> = new Set(COMMON.split("|"));

/** A verb form or function word, and no first name: "told", "given", "besides". */
export const isVerbOrFunctionWord = (lower: string): boolean => FUNCTION_WORDS.has(lower) && !isFirstName(lower);

/** A common noun or adjective, and none that may be somebody's given name: "half", "winner". */
export const isCommonWord = (lower: string): boolean => COMMON_WORDS.has(lower) && !mayBeGivenName(lower);

/** Whether the lists know the name (lower case, single spaces) in this class. */
export const isListed = (name: string, kind: NameClass): boolean => NAMES.get(name)?.has(kind) === true;

export const isFirstName = (lower: string): boolean => {
  const classes = NAMES.get(lower);
  return classes !== undefined && (classes.has("MALE") || classes.has("FEMALE") || classes.has("FIRST"));
};

export type Gender = "MALE" | "FEMALE";

/** 27 MB. */
const givenNames = loadedWhenAsked(
  (require) => require("gender-detection-from-name") as typeof import("gender-detection-from-name"),
);

const LANGUAGES = ["en", "fr", "it", "es", "de", "tr"] as const;

/**
 * The gender of a given name in six languages; null where they differ or none knows it. Beside 85,000 names the lists
 * hold words ("the", "may"), so that a name of theirs is one only where more tells so.
 */
function genderOfGivenName(lower: string): Gender | null {
  const genders = new Set(LANGUAGES.map((language) => givenNames().getGender(lower, language)));
  const [gender] = genders;
  if (genders.size !== 1 || gender === undefined || gender === "unknown") return null;
  return gender === "male" ? "MALE" : "FEMALE";
}

/** Whether a word may well be a given name: one of more names than {@link isFirstName} is sure of. */
export const mayBeGivenName = (lower: string): boolean =>
  isFirstName(lower) || (!NAMES.has(lower) && givenNames().getGender(lower) !== "unknown");

/** The gender that a first name tells; null when it tells none or either. */
export function genderOfFirstName(lower: string): Gender | null {
  const male = isListed(lower, "MALE");
  const female = isListed(lower, "FEMALE");
  if (male && female) return null;
  if (male || female) return male ? "MALE" : "FEMALE";
  return genderOfGivenName(lower);
}
