import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../graphql-context.ts";
import { RETRIEVAL_COST } from "../limits/retrieval-cost.ts";
import { toEntity } from "../search/filter-conditions.ts";
import { QuoteVerificationType } from "./quote-verification-type.ts";

@Resolver()
export class VerifyQuoteQuery {
  @Query(() => QuoteVerificationType, {
    complexity: RETRIEVAL_COST,
    description:
      "Whether somebody ever said this, in these words, and what was changed. Paste a quote from anywhere, with or without its marks; what stands around the marks is left aside.",
  })
  async verifyQuote(
    @Arg("text", () => String, { description: "The words to verify: 1 to 2,000 characters." }) text: string,
    @Arg("speaker", () => String, {
      nullable: true,
      description:
        "Who is said to have said it: an id, or any name or title. Without it, whoever said it will do; with it, another's words are MISATTRIBUTED, and words of whom the article does not surely name are SPEAKER_UNCLEAR.",
    })
    speaker: string | null,
    @Ctx() { search }: GraphqlContext,
  ): Promise<QuoteVerificationType> {
    const claimed = speaker === null || speaker === undefined ? null : toEntity("speaker", speaker);
    return new QuoteVerificationType(await search.verify({ text, speaker: claimed }));
  }
}
