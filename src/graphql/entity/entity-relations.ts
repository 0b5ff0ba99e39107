import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { localIdOf } from "../../model/global-id.ts";
import { pageSize } from "../../model/page-size.ts";
import { type Connection, listConnection } from "../connection/connection.ts";
import { PageArguments } from "../connection/page-arguments.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { QuoteConnection } from "../quote/quote-connection.ts";
import { QuoteType } from "../quote/quote-type.ts";
import { CoMentionType } from "./co-mention-type.ts";
import { EntityInterface } from "./entity-interface.ts";

/** Others where no number is given: a circle that fits on a screen. */
const CO_MENTIONS = 10;

/** The fields of every entity that lead to quotes and to other entities. */
@Resolver(() => EntityInterface)
export class EntityRelations {
  @FieldResolver(() => [CoMentionType], {
    description:
      "Whom and what it is mentioned with: those it speaks of or is spoken of by first, by the number of quotes, then those of the same articles.",
  })
  async mentionedWith(
    @Root() entity: EntityInterface,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: CO_MENTIONS,
      description: "How many to give, from 1 to 100.",
    })
    first: number | null,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<readonly CoMentionType[]> {
    const found = await loaders.coMentions(pageSize(first, CO_MENTIONS)).load(localId(entity));
    return found.map((coMention) => new CoMentionType(coMention));
  }

  @FieldResolver(() => QuoteConnection, {
    description: "The quotes that mention it, whoever said them, by name, by title or by a pronoun, newest first.",
  })
  mentionedIn(
    @Root() entity: EntityInterface,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: GraphqlContext,
  ): Promise<Connection<QuoteType>> {
    const filter = { mentions: [localId(entity)] };
    return listConnection(
      { list: "Entity.mentionedIn", arguments: filter },
      page,
      (request) => store.listQuotes(filter, "NEWEST", request),
      (quote) => new QuoteType(quote),
    );
  }

  @FieldResolver(() => QuoteConnection, {
    description:
      "What others said for it, newest first: spokesmen, lawyers, a campaign, named or not. What it said itself is in `quotes`.",
  })
  saidOnBehalf(
    @Root() entity: EntityInterface,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: GraphqlContext,
  ): Promise<Connection<QuoteType>> {
    const filter = { onBehalfOf: [localId(entity)] };
    return listConnection(
      { list: "Entity.saidOnBehalf", arguments: filter },
      page,
      (request) => store.listQuotes(filter, "NEWEST", request),
      (quote) => new QuoteType(quote),
    );
  }
}

const localId = ({ id }: EntityInterface): string => localIdOf(id, "Person", "Organization", "Place");
