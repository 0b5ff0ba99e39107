import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import type { EntityKind } from "../../model/entity.ts";
import type { Connection } from "../connection/connection.ts";
import { PageArguments } from "../connection/page-arguments.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { EntityConnection } from "./entity-connection.ts";
import type { EntityInterface } from "./entity-interface.ts";
import { EntityKindEnum } from "./entity-kind-enum.ts";
import { findPerson } from "./find-person.ts";
import { listEntities } from "./list-entities.ts";
import { PersonConnection } from "./person-connection.ts";
import { PersonType } from "./person-type.ts";

const NAME_BEGINNINGS =
  "The beginnings of words of any of its names; letter case and accents do not matter. Where nothing matches, small slips of spelling are forgiven: Gerassimov finds Gerasimov.";

@Resolver()
export class EntityQueries {
  @Query(() => PersonType, {
    nullable: true,
    description:
      "One person, by id or by name or title (give one of them); null when there is none. A name that several people share is the error AMBIGUOUS_NAME, with the candidates in its extensions.",
  })
  async person(
    @Arg("id", () => ID, { nullable: true, description: "An id that an answer gave." }) id: string | null,
    @Arg("name", () => String, {
      nullable: true,
      description:
        "What the person is called: a full name or alias in any order, a surname, a title, or a name with a title. Letter case and accents do not matter, and one slip of spelling is forgiven where nobody is called so.",
    })
    name: string | null,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType | null> {
    const person = await findPerson(context, id ?? null, name ?? null);
    return person && new PersonType(person);
  }

  @Query(() => PersonConnection, { description: "The people of the index, the most mentioned first." })
  people(
    @Arg("query", () => String, { nullable: true, description: NAME_BEGINNINGS }) query: string | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: GraphqlContext,
  ): Promise<Connection<EntityInterface>> {
    return listEntities(store, "people", { kind: "PERSON", query }, page);
  }

  @Query(() => EntityConnection, {
    description: "The people, organizations and places of the index, the most mentioned first.",
  })
  entities(
    @Arg("kind", () => EntityKindEnum, { nullable: true, description: "Only entities of this kind." })
    kind: EntityKind | null,
    @Arg("query", () => String, { nullable: true, description: NAME_BEGINNINGS }) query: string | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: GraphqlContext,
  ): Promise<Connection<EntityInterface>> {
    return listEntities(store, "entities", { kind, query }, page);
  }
}
