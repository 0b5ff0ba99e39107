import { VerbatimError } from "../errors.ts";
import type { CorrectedEntity } from "../model/correction.ts";
import { foldName } from "../model/fold-name.ts";
import { stableId } from "../model/stable-id.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { knownPerson, toCorrected } from "./corrected-entity.ts";
import type { MadeChange } from "./quote-changes.ts";

export async function merging(store: QuoteStore, personIds: readonly string[], intoId: string): Promise<MadeChange> {
  const into = await knownPerson(store, intoId);
  const all = await Promise.all(personIds.map((id) => knownPerson(store, id)));
  const people = [...new Map(all.map((person) => [person.id, person])).values()].filter(({ id }) => id !== into.id);
  if (people.length === 0) {
    throw new VerbatimError("BAD_INPUT", "They are one person already. Give the id of somebody else in `people`.");
  }
  return {
    change: { kind: "MERGED", people: people.map(toCorrected), into: toCorrected(into) },
    before: { names: [...people, into].map(({ name }) => name), assertion: null },
  };
}

interface Split {
  readonly personId: string;
  readonly articleIds: readonly string[];
  /** The same as before where it is null. */
  readonly name: string | null;
  readonly correctionId: string;
}

export async function splitting(
  store: QuoteStore,
  { personId, articleIds, name, correctionId }: Split,
): Promise<MadeChange> {
  const from = await knownPerson(store, personId);
  const named = await store.namedIn(from.id, articleIds);
  if (named.length === 0) {
    throw new VerbatimError("BAD_INPUT", `None of these articles names ${from.name}. Give ids of articles that do.`);
  }
  const into: CorrectedEntity = {
    id: stableId("entity", "PERSON", "split", correctionId),
    kind: "PERSON",
    name: name === null ? from.name : readableName(name),
  };
  return {
    change: { kind: "SPLIT", from: toCorrected(from), into, named },
    before: { names: [from.name], assertion: null },
  };
}

export async function renaming(store: QuoteStore, personId: string, given: string): Promise<MadeChange> {
  const person = await knownPerson(store, personId);
  return {
    change: { kind: "RENAMED", person: toCorrected(person), name: readableName(given) },
    before: { names: [person.name], assertion: null },
  };
}

/** As long as any name is, with room for what tells two people apart. */
const MAX_NAME_LENGTH = 120;

function readableName(given: string): string {
  const name = given.replace(/\s+/g, " ").trim();
  if (foldName(name) !== "" && name.length <= MAX_NAME_LENGTH) return name;
  throw new VerbatimError("BAD_INPUT", `Give a name of 1 to ${MAX_NAME_LENGTH} characters, with a letter in it.`);
}
