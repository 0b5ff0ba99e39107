import { VerbatimError } from "../../errors.ts";
import type { Entity } from "../../model/entity.ts";
import { localIdOf, toGlobalId } from "../../model/global-id.ts";
import type { GraphqlContext } from "../graphql-context.ts";

/**
 * The person of this id or, without an id, of this name.
 * @throws VerbatimError BAD_INPUT unless just one is given, BAD_ID for the id of something else, and AMBIGUOUS_NAME
 *   with the candidates where several people share the name.
 */
export function findPerson(context: GraphqlContext, id: string | null, name: string | null): Promise<Entity | null> {
  if (id !== null && name === null) return personById(context, id);
  if (name !== null && id === null) return personByName(context, name);
  throw new VerbatimError("BAD_INPUT", "Give `person` either an id or a name: one, and not both.");
}

async function personById({ loaders }: GraphqlContext, id: string): Promise<Entity | null> {
  const entity = await loaders.entities.load(localIdOf(id, "Person"));
  return entity?.kind === "PERSON" ? entity : null;
}

async function personByName({ loaders }: GraphqlContext, name: string): Promise<Entity | null> {
  const matches = await loaders.names.load(name);
  const people = matches.map(({ entity }) => entity).filter(({ kind }) => kind === "PERSON");
  if (people.length > 1) throw ambiguousName(name, people);
  return people[0] ?? null;
}

const ambiguousName = (name: string, people: readonly Entity[]): VerbatimError =>
  new VerbatimError(
    "AMBIGUOUS_NAME",
    `${people.length} people are called ${JSON.stringify(name)}: ask by the id of one of the candidates.`,
    { candidates: people.map(({ id, name, titles }) => ({ id: toGlobalId("Person", id), name, titles })) },
  );
