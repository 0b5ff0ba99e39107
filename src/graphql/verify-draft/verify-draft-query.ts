import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../graphql-context.ts";
import { RETRIEVAL_COST } from "../limits/retrieval-cost.ts";
import { DraftArguments, toArchive } from "./draft-arguments.ts";
import { DraftCheckType } from "./draft-check-type.ts";

@Resolver()
export class VerifyDraftQuery {
  @Query(() => DraftCheckType, {
    complexity: RETRIEVAL_COST,
    description:
      "Checks a whole draft: finds every quote in it, and tells of each whether it was said, by whom, and what was changed. Nothing of the draft is kept.",
  })
  async verifyDraft(
    @Args(() => DraftArguments) given: DraftArguments,
    @Ctx() { drafts }: GraphqlContext,
  ): Promise<DraftCheckType> {
    return new DraftCheckType(await drafts.checkText(given.text, toArchive(given)));
  }
}
