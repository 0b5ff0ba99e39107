import { Args, Ctx, Field, ObjectType } from "type-graphql";
import type { Connection } from "../connection/connection.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { NodeInterface } from "../node/node-interface.ts";
import { QuoteConnection } from "../quote/quote-connection.ts";
import type { QuoteType } from "../quote/quote-type.ts";
import { EntityInterface } from "./entity-interface.ts";
import { speakerQuotes } from "./speaker-quotes.ts";
import { SpeakerQuotesArguments } from "./speaker-quotes-arguments.ts";

@ObjectType("Organization", {
  implements: [NodeInterface, EntityInterface],
  description: "A body that articles mention; some are quoted, as in a statement of a ministry.",
})
export class OrganizationType extends EntityInterface {
  @Field(() => QuoteConnection, { description: "What was said in its name." })
  quotes(
    @Args(() => SpeakerQuotesArguments) page: SpeakerQuotesArguments,
    @Ctx() context: GraphqlContext,
  ): Promise<Connection<QuoteType>> {
    return speakerQuotes(context, this.entity.id, page);
  }
}
