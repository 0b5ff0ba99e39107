import type { AuthorityPerson, PersonLink } from "../../quote-store.ts";

type NameKeys = Pick<PersonLink, "first" | "last">;

/** The people of the authority file, by the names by which they are recognised. */
export class AuthorityFile {
  readonly people: readonly AuthorityPerson[];
  readonly #byName = new Map<string, string>();
  readonly #byId: ReadonlyMap<string, AuthorityPerson>;

  constructor(people: readonly AuthorityPerson[]) {
    this.people = people;
    this.#byId = new Map(people.map((person) => [person.entityId, person]));
    for (const { entityId, recognisedBy } of people)
      for (const name of recognisedBy) this.#byName.set(wholeKey(name), entityId);
  }

  /** The id of the person whom the file knows by this name; null where it knows none. */
  idOf(name: NameKeys): string | null {
    return this.#byName.get(wholeKey(name)) ?? null;
  }

  person(entityId: string): AuthorityPerson | null {
    return this.#byId.get(entityId) ?? null;
  }

  /** The keys of the first names and surnames of all its names. */
  get nameKeys(): readonly string[] {
    const names = this.people.flatMap(({ recognisedBy }) => recognisedBy);
    return [...new Set(names.flatMap(({ first, last }) => (first === null ? [last] : [first, last])))];
  }
}

const wholeKey = ({ first, last }: NameKeys): string => `${first ?? ""} ${last}`;
