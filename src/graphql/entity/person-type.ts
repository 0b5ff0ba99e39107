import { Args, Ctx, Field, ObjectType } from "type-graphql";
import type { DatedTitle } from "../../model/entity.ts";
import type { Connection } from "../connection/connection.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { NodeInterface } from "../node/node-interface.ts";
import { QuoteConnection } from "../quote/quote-connection.ts";
import type { QuoteType } from "../quote/quote-type.ts";
import { DatedTitleType } from "./dated-title-type.ts";
import { EntityInterface } from "./entity-interface.ts";
import { speakerQuotes } from "./speaker-quotes.ts";
import { SpeakerQuotesArguments } from "./speaker-quotes-arguments.ts";

@ObjectType("Person", {
  implements: [NodeInterface, EntityInterface],
  description: "A person whom articles mention or quote.",
})
export class PersonType extends EntityInterface {
  @Field(() => [DatedTitleType], { description: "The titles and roles that articles give, newest first." })
  get titles(): readonly DatedTitle[] {
    return this.entity.titles;
  }

  @Field(() => QuoteConnection, { description: "What the person said." })
  quotes(
    @Args(() => SpeakerQuotesArguments) page: SpeakerQuotesArguments,
    @Ctx() context: GraphqlContext,
  ): Promise<Connection<QuoteType>> {
    return speakerQuotes(context, this.entity.id, page);
  }
}
