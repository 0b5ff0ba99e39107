import { ArgsType, Field } from "type-graphql";
import { PageArguments } from "../connection/page-arguments.ts";

@ArgsType()
export class SpeakerQuotesArguments extends PageArguments {
  @Field(() => String, {
    nullable: true,
    description:
      "Words or a question: gives the quotes that answer it, the best first, as `search` would within this speaker. Without it, the newest first.",
  })
  readonly about?: string | null;
}
