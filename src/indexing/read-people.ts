import { z } from "zod";
import { VerbatimError } from "../errors.ts";
import { byteLines } from "../ingest/byte-lines.ts";
import { utf8Bytes } from "../ingest/utf8-bytes.ts";
import { linkedEntityId } from "../model/entity.ts";
import { foldName } from "../model/fold-name.ts";
import type { AuthorityPerson } from "../store/quote-store.ts";
import { personLinkKey } from "./link-key.ts";
import { type PersonName, readPersonName } from "./person-name.ts";

/** The fields of a line, for `--help`; others are ignored. */
export const PEOPLE_FIELDS: readonly { readonly name: string; readonly description: string }[] = [
  { name: "name", description: "The name to show. Required." },
  {
    name: "aliases",
    description: 'A list of other names; ["Marsh"] makes every Marsh without a first name this person.',
  },
  { name: "titles", description: "A list of titles, the current one first." },
  { name: "born", description: "1961, 1961-08 or 1961-08-04." },
  { name: "wikidata", description: "The item at Wikidata, such as Q42." },
  { name: "url", description: "The address of a page on the person." },
];

/** The people of an authority file, and why each of the other lines was left out. */
export interface ReadPeople {
  readonly people: readonly AuthorityPerson[];
  readonly failures: readonly VerbatimError[];
}

/** A line is one person. */
const MAX_LINE_BYTES = 1_000_000;

const text = (field: string) => z.string({ error: `has a "${field}" that is no text in quotation marks` }).trim();
const list = (field: string) =>
  z.array(text(field).min(1), { error: `has "${field}" that are no list such as ["…", "…"]` }).nullish();

const LINE = z.object(
  {
    name: z.string({ error: 'has no "name"' }).trim().min(1, 'has an empty "name"'),
    aliases: list("aliases"),
    titles: list("titles"),
    born: text("born")
      .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'has a "born" that is no date such as 1961 or 1961-08-04')
      .nullish(),
    wikidata: text("wikidata")
      .transform((item) => item.replace(/^https?:\/\/www\.wikidata\.org\/(?:wiki|entity)\//, ""))
      .refine((item) => /^Q\d+$/.test(item), 'has a "wikidata" that is no item such as Q42')
      .nullish(),
    url: z
      .url({ protocol: /^https?$/, error: 'has a "url" that is no address such as https://example.org/marsh' })
      .nullish(),
  },
  { error: 'is no JSON object such as {"name": "Lena Marsh"}' },
);

/**
 * Reads an authority file, JSON Lines with one person a line. A line that is bad, or a name in it that an earlier line
 * has, leaves that person out.
 * @param name Of the file, for its reader.
 */
export async function readPeople(bytes: AsyncIterable<Uint8Array>, name: string): Promise<ReadPeople> {
  const people: AuthorityPerson[] = [];
  const failures: VerbatimError[] = [];
  const lineOf = new Map<string, number>();
  for await (const line of byteLines(utf8Bytes(bytes, name), MAX_LINE_BYTES)) {
    try {
      const person = readLine(line.bytes);
      if (person !== null) people.push(claimNames(person, lineOf, line.number));
    } catch (error) {
      if (!(error instanceof VerbatimError)) throw error;
      failures.push(new VerbatimError(error.code, `${name} line ${line.number} ${error.message}.`));
    }
  }
  return { people, failures };
}

/** Null for a blank line. */
function readLine(bytes: Uint8Array | null): AuthorityPerson | null {
  if (bytes === null) throw bad("is longer than 1 MB");
  const json = new TextDecoder().decode(bytes).replace(/^\uFEFF/, "");
  if (json.trim() === "") return null;
  const parsed = LINE.safeParse(parseJson(json));
  if (!parsed.success) throw bad(parsed.error.issues[0]?.message ?? "can't be read");
  const { name, aliases, titles, born, wikidata, url } = parsed.data;
  const names = [name, ...(aliases ?? [])];
  const recognisedBy = names.map(readName);
  return {
    entityId: linkedEntityId("PERSON", personLinkKey(readName(name)) ?? foldName(name)),
    name,
    aliases: aliases ?? [],
    titles: titles ?? [],
    born: born ?? null,
    wikidata: wikidata ?? null,
    url: url ?? null,
    recognisedBy,
  };
}

function readName(name: string): PersonName {
  const read = readPersonName(name);
  if (read === null) throw bad(`has ${JSON.stringify(name)}, in which there is no name`);
  return read;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw bad('is no JSON object such as {"name": "Lena Marsh"}');
  }
}

/** No name may be two people's. */
function claimNames(person: AuthorityPerson, lineOf: Map<string, number>, line: number): AuthorityPerson {
  const names = [person.name, ...person.aliases];
  const keys = person.recognisedBy.map(({ first, last }) => `${first ?? ""} ${last}`);
  const taken = keys.findIndex((key) => lineOf.has(key));
  if (taken >= 0) {
    const other = lineOf.get(keys[taken] ?? "");
    throw bad(`has ${JSON.stringify(names[taken])}, which is a name in line ${other} too: leave it out of one of them`);
  }
  for (const key of keys) lineOf.set(key, line);
  return person;
}

const bad = (sentence: string): VerbatimError => new VerbatimError("BAD_INPUT", sentence);
