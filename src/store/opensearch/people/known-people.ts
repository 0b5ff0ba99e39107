import type { Correction } from "../../../model/correction.ts";
import type { EntityKind } from "../../../model/entity.ts";
import {
  type DecidedNames,
  type Decisions,
  decidedNamesOf,
  decidedOtherwise,
  decisionsOf,
  differingKeys,
  entityIdOfGroup,
} from "../../corrections/decided-people.ts";
import type { AuthorityPerson, PersonLink } from "../../quote-store.ts";
import { AuthorityFile } from "./authority-file.ts";

type NameKeys = Pick<PersonLink, "first" | "last">;

/** What is known of a person whatever the articles tell. */
export interface GivenPerson {
  /** The name that people gave it. */
  readonly decidedName: string | null;
  readonly authority: AuthorityPerson | null;
}

/** Who is who before the collection is asked: what people decided, then the authority file. */
export class KnownPeople {
  readonly authority: AuthorityFile;
  readonly #decisions: Decisions;
  readonly #names: DecidedNames;

  private constructor(authority: AuthorityFile, decisions: Decisions, names: DecidedNames) {
    this.authority = authority;
    this.#decisions = decisions;
    this.#names = names;
  }

  /** @param standing The corrections that stand, in the order of time. */
  static from(people: readonly AuthorityPerson[], standing: readonly Correction[]): KnownPeople {
    return new KnownPeople(new AuthorityFile(people), decisionsOf(standing), decidedNamesOf(standing));
  }

  withAuthority(people: readonly AuthorityPerson[]): KnownPeople {
    return new KnownPeople(new AuthorityFile(people), this.#decisions, this.#names);
  }

  withDecisions(standing: readonly Correction[]): KnownPeople {
    return new KnownPeople(this.authority, decisionsOf(standing), decidedNamesOf(standing));
  }

  /** The entity of a group of names as far as names alone tell. */
  entityIdOf(groupId: string, kind: EntityKind, person: NameKeys | null): string {
    const known = () => (kind === "PERSON" && person !== null ? this.authority.idOf(person) : null);
    return entityIdOfGroup(groupId, (id) => this.#decisions.get(id) ?? null, known);
  }

  isDecided(groupId: string): boolean {
    return this.#decisions.has(groupId);
  }

  given(entityId: string): GivenPerson {
    return { decidedName: this.#names.get(entityId) ?? null, authority: this.authority.person(entityId) };
  }

  /** Ids for which people decided something else than before. */
  decidedOtherwise(before: KnownPeople): readonly string[] {
    const ofPeople = decidedOtherwise(before.#decisions, this.#decisions);
    return [...new Set([...ofPeople, ...differingKeys(before.#names, this.#names)])];
  }
}
