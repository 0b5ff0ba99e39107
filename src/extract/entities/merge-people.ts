import { EntityCluster } from "./entity-cluster.ts";
import { isFirstName } from "./gazetteer.ts";
import { firstNamesAgree, isPatronymic, nameKey } from "./name-key.ts";
import type { NameMention } from "./name-mention.ts";

/** A person of the article with the names that lead to them. */
export interface Person {
  readonly cluster: EntityCluster;
  /** First name as first given; null when only a surname is known. */
  first: string | null;
  surname: string | null;
  /** The start of the latest mention put to the person so far, in text order. */
  latest: number;
}

/** People of one surname, or of one first name, remembered at a time: more are in no article, and the search stays linear. */
const MAX_NAMESAKES = 100;

const SUFFIX = /^(?:jr|sr|ii|iii|iv|esq|phd|md)\.?$/i;

/**
 * Joins the names of people. Full names first, then names of one word, each to the person mentioned last before it
 * whose surname or first name it is. Returns the people and what was put to none.
 */
export function mergePeople(mentions: readonly NameMention[]): {
  people: Person[];
  byMention: Map<NameMention, Person>;
  rest: NameMention[];
} {
  const register = new PeopleRegister();
  const full = mentions.filter((mention) => mention.kind === "PERSON" && bareWords(mention).length > 1);
  for (const mention of full) register.addFull(mention);
  const rest: NameMention[] = [];
  const byStart = [...mentions].sort((a, b) => a.start - b.start);
  for (const mention of byStart) {
    if (register.byMention.has(mention)) register.touch(mention);
    else if (bareWords(mention).length !== 1 || !register.addShort(mention)) rest.push(mention);
  }
  return { people: register.people, byMention: register.byMention, rest };
}

const bareWords = ({ words }: NameMention): readonly string[] =>
  words.filter((word) => !SUFFIX.test(word) && word !== ",");

class PeopleRegister {
  readonly people: Person[] = [];
  readonly byMention = new Map<NameMention, Person>();
  readonly #bySurname = new Map<string, Person[]>();
  readonly #byFirst = new Map<string, Person[]>();

  addFull(mention: NameMention): void {
    const words = bareWords(mention);
    const first = words[0] as string;
    const last = words.at(-1) as string;
    const person = isPatronymic(last) ? this.#patronymic(first) : this.#full(first, last, mention);
    this.#put(mention, person, words.join(" "));
  }

  /** A name of one word; false when it fits nobody and tells too little for a person of its own. */
  addShort(mention: NameMention): boolean {
    const word = bareWords(mention)[0] as string;
    const person =
      this.#recent(this.#bySurname.get(nameKey(word)), mention) ??
      this.#recent(this.#byFirst.get(nameKey(word)), mention);
    if (person === null && mention.kind !== "PERSON") return false;
    if (person !== null && mention.kind === "ORGANIZATION") return false;
    const titled = mention.start < mention.core.start;
    this.#put(
      mention,
      person ?? (isFirstName(word.toLowerCase()) && !titled ? this.#add(word, null) : this.#add(null, word)),
      word,
    );
    return true;
  }

  touch(mention: NameMention): void {
    const person = this.byMention.get(mention);
    if (person !== undefined) person.latest = mention.start;
  }

  #full(first: string, last: string, mention: NameMention): Person {
    const same = this.#bySurname
      .get(nameKey(last))
      ?.find(
        (person) => person.first !== null && firstNamesAgree(person.first, first) && gendersAgree(person, mention),
      );
    return same ?? this.#turned(first, last) ?? this.#add(first, last);
  }

  /** "Higuchi Ichiyo" is Ichiyo Higuchi: in many languages the surname stands first. */
  #turned(first: string, last: string): Person | undefined {
    return this.#bySurname
      .get(nameKey(first))
      ?.find((person) => person.first !== null && nameKey(person.first) === nameKey(last));
  }

  #patronymic(first: string): Person {
    return this.#byFirst.get(nameKey(first))?.at(-1) ?? this.#add(first, null);
  }

  #add(first: string | null, surname: string | null): Person {
    const person: Person = { cluster: new EntityCluster("PERSON"), first, surname, latest: -1 };
    this.people.push(person);
    if (surname !== null) remember(this.#bySurname, nameKey(surname), person);
    if (first !== null) remember(this.#byFirst, nameKey(first), person);
    return person;
  }

  #put(mention: NameMention, person: Person, name: string): void {
    person.cluster.addName(mention, name);
    person.latest = mention.start;
    this.byMention.set(mention, person);
  }

  /** The one mentioned last, of those whose gender the mention does not contradict. */
  #recent(people: readonly Person[] | undefined, mention: NameMention): Person | null {
    if (people === undefined) return null;
    const titled = mention.start < mention.core.start;
    const fitting = people.filter((person) => !titled || gendersAgree(person, mention));
    if (fitting.length === 0) return titled ? null : (people[0] ?? null);
    return fitting.reduce((a, b) => (lastBefore(b, mention) > lastBefore(a, mention) ? b : a));
  }
}

const gendersAgree = (person: Person, { gender }: NameMention): boolean =>
  gender === null || person.cluster.gender === null || person.cluster.gender === gender;

const lastBefore = (person: Person, mention: NameMention): number =>
  person.latest <= mention.start ? person.latest : -1;

function remember(people: Map<string, Person[]>, key: string, person: Person): void {
  const namesakes = people.get(key);
  if (namesakes === undefined) people.set(key, [person]);
  else if (namesakes.push(person) > MAX_NAMESAKES) namesakes.shift();
}
