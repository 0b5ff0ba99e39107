import { EntityCluster } from "../entities/entity-cluster.ts";
import { nameKey } from "../entities/name-key.ts";
import type { NameMention } from "../entities/name-mention.ts";
import { personName } from "../entities/person-name.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { Gender } from "../lexicon/gazetteer.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Document } from "../text/document.ts";
import { genderVotes } from "./gender-votes.ts";
import { QuoteLayers } from "./quote-layers.ts";

/** So many pronouns beside a surname, and none against them, are no slip. */
const ENOUGH = 2;

/** How often "he" and "she" mean, by all that their sentence tells, whoever a name stands for. */
type Votes = Readonly<Record<Gender, number>>;

/**
 * The names with each surname put to somebody else of whom the narration tells another gender than of the full name: in an article on Dora Velk, who "kept
 * her word", the "Velk" who "kept his money" is her husband. He is whoever else bears the surname there, or a person of that surname alone.
 * @param names In text order.
 */
export function withSurnamesApart(
  document: Document,
  names: readonly NamedMention[],
  drafts: readonly DraftQuote[],
): readonly NamedMention[] {
  const people = names.filter(({ cluster }) => cluster.kind === "PERSON");
  const surnames = surnamesOf(people);
  const isSurname = ({ mention, cluster }: NamedMention): boolean =>
    mention.words.length === 1 && surnames.get(cluster)?.has(nameKey(mention.words[0] ?? "")) === true;
  const told = votesOf(document, people, isSurname, drafts);
  const moved = new Map<EntityCluster, Moved>();
  for (const [cluster, { surname, full }] of told) {
    const gender = genderApart(surname, full);
    if (gender !== null)
      moved.set(cluster, { own: new EntityCluster("PERSON"), others: namesakeOf(cluster, gender, surnames) });
  }
  return moved.size === 0 ? names : names.map((named) => put(named, moved.get(named.cluster), isSurname(named)));
}

/** Where the names of a person go that is found to be two. */
interface Moved {
  readonly own: EntityCluster;
  readonly others: EntityCluster;
}

function put(named: NamedMention, moved: Moved | undefined, isSurname: boolean): NamedMention {
  if (moved === undefined) return named;
  const cluster = isSurname ? moved.others : moved.own;
  cluster.addName(named.mention, personName(named.mention.words).text);
  return { mention: named.mention, cluster };
}

/** For each person the last words of their names of more than one. */
function surnamesOf(people: readonly NamedMention[]): ReadonlyMap<EntityCluster, ReadonlySet<string>> {
  const surnames = new Map<EntityCluster, Set<string>>();
  for (const { mention, cluster } of people) {
    const last = lastWord(mention);
    if (last === null) continue;
    const known = surnames.get(cluster);
    if (known) known.add(last);
    else surnames.set(cluster, new Set([last]));
  }
  return surnames;
}

function lastWord({ words }: NameMention): string | null {
  const last = words.length > 1 ? personName(words).words.at(-1) : undefined;
  return last === undefined ? null : nameKey(last);
}

interface VotesApart {
  readonly surname: Votes;
  readonly full: Votes;
}

/** The votes for whoever is meant by a person's surname alone, and by their other names. Only those where nobody else is named count. */
function votesOf(
  document: Document,
  people: readonly NamedMention[],
  isSurname: (named: NamedMention) => boolean,
  drafts: readonly DraftQuote[],
): ReadonlyMap<EntityCluster, VotesApart> {
  const halves = new Map<EntityCluster, { readonly surname: EntityCluster; readonly full: EntityCluster }>();
  const halved = people.map((named) => {
    const both = halves.get(named.cluster) ?? {
      surname: new EntityCluster("PERSON"),
      full: new EntityCluster("PERSON"),
    };
    halves.set(named.cluster, both);
    return { mention: named.mention, cluster: isSurname(named) ? both.surname : both.full };
  });
  const counts = new Map<EntityCluster, Record<Gender, number>>();
  for (const { person, gender, isAlone } of genderVotes(document, halved, new QuoteLayers(document, drafts, people))) {
    const count = counts.get(person) ?? { MALE: 0, FEMALE: 0 };
    if (isAlone) count[gender] += 1;
    counts.set(person, count);
  }
  const none: Votes = { MALE: 0, FEMALE: 0 };
  return new Map(
    [...halves].map(([cluster, { surname, full }]) => [
      cluster,
      { surname: counts.get(surname) ?? none, full: counts.get(full) ?? none },
    ]),
  );
}

/** The gender of whoever is meant by the surname, where it is not that of the full name; null where both may be one. */
function genderApart(surname: Votes, full: Votes): Gender | null {
  const tells = (gender: Gender, other: Gender): boolean =>
    surname[gender] >= ENOUGH && surname[other] === 0 && full[other] > 0 && full[gender] === 0;
  if (tells("MALE", "FEMALE")) return "MALE";
  return tells("FEMALE", "MALE") ? "FEMALE" : null;
}

/** Who else of the article bears a surname of the person's and is of the gender; somebody new where nobody does. */
function namesakeOf(
  person: EntityCluster,
  gender: Gender,
  surnames: ReadonlyMap<EntityCluster, ReadonlySet<string>>,
): EntityCluster {
  const own = surnames.get(person) ?? new Set();
  for (const [other, theirs] of surnames) {
    const isNamesake = other !== person && other.gender === gender && [...theirs].some((surname) => own.has(surname));
    if (isNamesake) return other;
  }
  return new EntityCluster("PERSON");
}
