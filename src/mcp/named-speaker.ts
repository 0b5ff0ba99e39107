import { VerbatimError } from "../errors.ts";
import type { Entity } from "../model/entity.ts";
import { localIdOf, parseGlobalId } from "../model/global-id.ts";
import { findByName } from "../search/names/find-by-names.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { MAX_NAME_LENGTH, oneLine } from "./quoted-material.ts";

/** Names to offer in place of one that nobody bears. */
const MAX_SUGGESTIONS = 5;

/**
 * The store's ids of those whom a speaker, given by id or by any name, stands for.
 * @throws VerbatimError BAD_INPUT naming similar ones when there is none, BAD_ID for the id of something else.
 */
export async function findSpeaker(store: QuoteStore, idOrName: string): Promise<readonly string[]> {
  const found = await (parseGlobalId(idOrName) === null
    ? entitiesCalled(store, idOrName)
    : entityWithId(store, idOrName));
  if (found.length === 0) throw await unknownSpeaker(store, idOrName);
  return found.map(({ id }) => id);
}

const entitiesCalled = async (store: QuoteStore, name: string): Promise<readonly Entity[]> =>
  (await findByName(store, name)).map(({ entity }) => entity);

async function entityWithId(store: QuoteStore, id: string): Promise<readonly Entity[]> {
  const [entity] = await store.entities([localIdOf(id, "Person", "Organization", "Place")]);
  return entity ? [entity] : [];
}

async function unknownSpeaker(store: QuoteStore, name: string): Promise<VerbatimError> {
  const similar = await similarNames(store, name);
  const advice =
    similar.length > 0
      ? `Similar names: ${similar.map((one) => JSON.stringify(one)).join(", ")}. Repeat the call with one of them.`
      : "Look the name up with find_entity, or leave it out and put the name into `query`.";
  return new VerbatimError(
    "BAD_INPUT",
    `Nobody in the index is called ${JSON.stringify(oneLine(name, MAX_NAME_LENGTH))}. ${advice}`,
  );
}

/** Those with all its words as beginnings, else those with the last one: "Lena Okoro" leads to the Okoros. */
async function similarNames(store: QuoteStore, name: string): Promise<readonly string[]> {
  for (const query of [name, name.trim().split(/\s+/).at(-1) ?? name]) {
    const { items } = await store.listEntities({ query }, { first: MAX_SUGGESTIONS, after: null });
    if (items.length > 0) return items.map(({ value }) => oneLine(value.name, MAX_NAME_LENGTH));
  }
  return [];
}
