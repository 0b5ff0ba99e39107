import type { AuthorityPerson, PersonLink } from "../../quote-store.ts";
import type { Connection } from "../connection.ts";

/** What the authority file says of a person who is in it. */
export interface AuthorityRow {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
}

type NameKeys = Pick<PersonLink, "first" | "last">;

/** A name as the file's names are looked up. */
const wholeKey = ({ first, last }: NameKeys): string => `${first ?? ""} ${last}`;

/** The id of the person whom the authority file knows by this name; null where it knows none. */
export function authorityIdOf(connection: Connection, name: NameKeys): string | null {
  const row = connection.get<{ readonly entity_id: string }>(
    `SELECT p.entity_id FROM authority_name n JOIN authority_person p ON p.key = n.authority_key WHERE n.name = ?`,
    wholeKey(name),
  );
  return row?.entity_id ?? null;
}

export function readAuthority(connection: Connection, entityId: string): AuthorityRow | null {
  const row = connection.get<{ readonly name: string; readonly aliases: string; readonly titles: string }>(
    "SELECT name, aliases, titles FROM authority_person WHERE entity_id = ?",
    entityId,
  );
  return row === undefined
    ? null
    : { name: row.name, aliases: JSON.parse(row.aliases), titles: JSON.parse(row.titles) };
}

/** Puts the people of the file in the place of those that are there. */
export function writeAuthority(connection: Connection, people: readonly AuthorityPerson[]): void {
  connection.run("DELETE FROM authority_person");
  for (const person of people) {
    const row = connection.get<{ readonly key: number }>(
      "INSERT INTO authority_person VALUES (NULL, ?, ?, ?, ?, ?, ?, ?) RETURNING key",
      person.entityId,
      person.name,
      JSON.stringify(person.aliases),
      JSON.stringify(person.titles),
      person.born,
      person.wikidata,
      person.url,
    );
    for (const name of new Set(person.recognisedBy.map(wholeKey))) {
      connection.run("INSERT INTO authority_name VALUES (?, ?)", name, row?.key ?? null);
    }
  }
}

interface PersonRow {
  readonly key: number;
  readonly entity_id: string;
  readonly name: string;
  readonly aliases: string;
  readonly titles: string;
  readonly born: string | null;
  readonly wikidata: string | null;
  readonly url: string | null;
}

/** The people of the file, as they were given. */
export function readPeople(connection: Connection): readonly AuthorityPerson[] {
  const rows = connection.all<PersonRow>("SELECT * FROM authority_person ORDER BY key");
  return rows.map(({ key, entity_id, name, aliases, titles, born, wikidata, url }) => ({
    ...{ entityId: entity_id, name, born, wikidata, url },
    aliases: JSON.parse(aliases),
    titles: JSON.parse(titles),
    recognisedBy: connection
      .column<string>("SELECT name FROM authority_name WHERE authority_key = ? ORDER BY name", key)
      .map(readWholeKey),
  }));
}

/** What `wholeKey` wrote. */
function readWholeKey(name: string): NameKeys {
  const gap = name.indexOf(" ");
  return { first: gap === 0 ? null : name.slice(0, gap), last: name.slice(gap + 1) };
}
