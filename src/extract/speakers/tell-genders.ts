import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { Gender } from "../lexicon/gazetteer.ts";
import type { Document } from "../text/document.ts";
import { genderVotes } from "./gender-votes.ts";
import type { QuoteLayers } from "./quote-layers.ts";

/**
 * What a vote adds to the log-odds of a gender: by logistic regression on the 406 people of 160 articles of DATA/polnear/train whose first name the
 * lists know and of whom a pronoun tells something. 93 of 100 votes agree with the list where one person alone is named, 80 where several are.
 */
const ALONE = 1.8;
const FIRST_OF_SEVERAL = 0.75;
/** The log-odds of what lists say of a first name: wrong for two of the 216 people there to whom pronouns belong. */
const LISTED = 4.5;
/** Below these log-odds (.92) what speaks for a gender and what speaks against it leave it open. */
const TOLD = 2.5;

/**
 * Tells the gender of an article's people by their first names and by its own he and she: lists have "Robin" for one of both, and no list has every
 * name. Who is called Mr. or Mrs. is what that says. It stays open where neither tells anything, and where they contradict each other.
 * @param people Names of people, in text order.
 * @returns Those of whom lists and pronouns say different things.
 */
export function tellGenders(
  document: Document,
  people: readonly NamedMention[],
  layers: QuoteLayers,
): ReadonlySet<EntityCluster> {
  const votes = new Map<EntityCluster, number>();
  for (const { person, gender, isAlone } of genderVotes(document, people, layers)) {
    votes.set(person, (votes.get(person) ?? 0) + signOf(gender) * (isAlone ? ALONE : FIRST_OF_SEVERAL));
  }
  const disputed = new Set<EntityCluster>();
  for (const [person, sum] of votes) {
    const listed = person.gender;
    const odds = sum + (listed === null ? 0 : signOf(listed) * LISTED);
    person.gender = person.titledGender ?? toldBy(odds);
    if (listed !== null && person.gender === null) disputed.add(person);
  }
  return disputed;
}

function toldBy(odds: number): Gender | null {
  if (Math.abs(odds) < TOLD) return null;
  return odds > 0 ? "MALE" : "FEMALE";
}

const signOf = (gender: Gender): number => (gender === "MALE" ? 1 : -1);
