import { isFirstName } from "../lexicon/gazetteer.ts";
import { byStart, EntityCluster } from "./entity-cluster.ts";
import { firstNamesAgree, isPatronymic, nameKey } from "./name-key.ts";
import type { NameMention } from "./name-mention.ts";
import { innerKeys, type PersonName, partKeys, personName, wordsKey } from "./person-name.ts";

/** A person of the article with the names that lead to them. */
export interface Person {
  readonly cluster: EntityCluster;
  /** First name as first given; null when only a surname is known. */
  first: string | null;
  surname: string | null;
  nickname: string | null;
  /** "jr", "sr", "iii"; null where no name of theirs tells. */
  generation: string | null;
  /** Where the person is first named in full, or named at all. */
  introduced: number;
}

/** People of one surname, or of one first name, remembered at a time: more are in no article, and the search stays linear. */
const MAX_NAMESAKES = 100;

/**
 * Joins the names of people. Full names first, the longest before the parts of it; then names of one word, those with a form of address before the
 * others, each to the first introduced of those whose surname or first name it is. Returns the people and what was put to none.
 */
export function mergePeople(mentions: readonly NameMention[]): {
  people: Person[];
  byMention: Map<NameMention, Person>;
  rest: NameMention[];
} {
  const register = new PeopleRegister();
  const named = [...mentions].sort(byStart).map((mention) => ({ mention, name: personName(mention.words) }));
  const full = named.filter(({ mention, name }) => mention.kind === "PERSON" && name.words.length > 1);
  const longestFirst = [...full].sort((a, b) => b.name.words.length - a.name.words.length);
  for (const { mention, name } of longestFirst) register.addFull(mention, name);
  const rest: NameMention[] = [];
  const short = named.filter(({ mention }) => !register.byMention.has(mention));
  // "Mr. Rehn" tells which of two bears the surname, and so who is introduced first: Ana Rehn may be named in full before Peter Rehn is.
  const toldFirst = [...short].sort((a, b) => Number(b.mention.address !== null) - Number(a.mention.address !== null));
  for (const { mention, name } of toldFirst) {
    if (name.words.length !== 1 || !register.addShort(mention, name)) rest.push(mention);
  }
  return { people: register.people, byMention: register.byMention, rest };
}

class PeopleRegister {
  readonly people: Person[] = [];
  readonly byMention = new Map<NameMention, Person>();
  readonly #bySurname = new Map<string, Person[]>();
  readonly #byFirst = new Map<string, Person[]>();
  readonly #byNickname = new Map<string, Person[]>();
  /** By an inner word of a full name, and by a part of two words or more. */
  readonly #byInner = new Map<string, Person[]>();
  readonly #byPart = new Map<string, Person[]>();

  addFull(mention: NameMention, name: PersonName): void {
    const first = name.words[0] as string;
    const last = name.words.at(-1) as string;
    const person = isPatronymic(last) ? this.#patronymic(first) : this.#full(first, last, mention, name);
    this.#put(mention, person, name);
    for (const key of innerKeys(name.words)) remember(this.#byInner, key, person);
    for (const key of partKeys(name.words)) remember(this.#byPart, key, person);
  }

  /** A name of one word; false when it fits nobody and tells too little for a person of its own. */
  addShort(mention: NameMention, name: PersonName): boolean {
    const word = name.words[0] as string;
    const key = nameKey(word);
    const person =
      this.#firstIntroduced(this.#bySurname.get(key), mention, name) ??
      this.#firstIntroduced(this.#byFirst.get(key), mention, name) ??
      this.#firstIntroduced(this.#byNickname.get(key), mention, name) ??
      (mention.kind === "PERSON" ? this.#firstIntroduced(this.#byInner.get(key), mention, name) : null);
    if (person === null && mention.kind !== "PERSON") return false;
    if (person !== null && mention.kind === "ORGANIZATION") return false;
    this.#put(mention, person ?? this.#addShort(mention, word), name);
    return true;
  }

  #addShort(mention: NameMention, word: string): Person {
    const titled = mention.start < mention.core.start;
    return isFirstName(word.toLowerCase()) && !titled ? this.#add(word, null) : this.#add(null, word);
  }

  #full(first: string, last: string, mention: NameMention, name: PersonName): Person {
    const fits = (person: Person) => gendersAgree(person, mention) && generationsAgree(person, name);
    const same = this.#bySurname.get(nameKey(last))?.find((person) => isCalled(person, first, mention) && fits(person));
    return (
      same ?? this.#turned(first, last) ?? this.#byPart.get(wordsKey(name.words))?.find(fits) ?? this.#add(first, last)
    );
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
    const person: Person = {
      cluster: new EntityCluster("PERSON"),
      first,
      surname,
      nickname: null,
      generation: null,
      introduced: Infinity,
    };
    this.people.push(person);
    if (surname !== null) remember(this.#bySurname, nameKey(surname), person);
    if (first !== null) remember(this.#byFirst, nameKey(first), person);
    return person;
  }

  #put(mention: NameMention, person: Person, name: PersonName): void {
    person.cluster.addName(mention, name.text);
    person.introduced = Math.min(person.introduced, mention.start);
    person.generation ??= name.generation;
    if (person.nickname === null && mention.nickname !== null) {
      person.nickname = mention.nickname;
      remember(this.#byNickname, nameKey(mention.nickname), person);
    }
    this.byMention.set(mention, person);
  }

  /**
   * The one introduced first, of those whose gender and generation the mention does not contradict: news keeps the bare
   * surname for them and calls the others by their full names. Right for 79 of 83 such speakers in DATA/polnear/train;
   * whoever was mentioned last, for 54.
   */
  #firstIntroduced(people: readonly Person[] | undefined, mention: NameMention, name: PersonName): Person | null {
    if (people === undefined) return null;
    const titled = mention.start < mention.core.start;
    const fitting = people.filter(
      (person) => generationsAgree(person, name) && (!titled || gendersAgree(person, mention)),
    );
    if (fitting.length === 0) return titled || name.generation !== null ? null : (people[0] ?? null);
    return fitting.reduce((a, b) => (b.introduced < a.introduced ? b : a));
  }
}

const gendersAgree = (person: Person, { gender }: NameMention): boolean =>
  gender === null || person.cluster.gender === null || person.cluster.gender === gender;

/** Whether a person is called so before the surname: by the first name, or by the nickname that one of both names gives. */
function isCalled({ first, nickname }: Person, name: string, mention: NameMention): boolean {
  if (first === null || firstNamesAgree(first, name)) return first !== null;
  if (nickname !== null && mention.nickname !== null) return false;
  return nameKey(nickname ?? first) === nameKey(mention.nickname ?? name);
}

const generationsAgree = (person: Person, { generation }: PersonName): boolean =>
  generation === null || person.generation === null || person.generation === generation;

function remember(people: Map<string, Person[]>, key: string, person: Person): void {
  const namesakes = people.get(key);
  if (namesakes === undefined) people.set(key, [person]);
  else if (namesakes.includes(person)) return;
  else if (namesakes.push(person) > MAX_NAMESAKES) namesakes.shift();
}
