import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../graphql-context.ts";
import { RETRIEVAL_COST } from "../limits/retrieval-cost.ts";
import { ArchiveFilterInput, toArchiveFilter } from "./archive-filter-input.ts";
import { DraftCheckType } from "./draft-check-type.ts";
import { DraftNoteInput, NOTES } from "./draft-note-input.ts";

@Resolver()
export class VerifyDraftQuery {
  @Query(() => DraftCheckType, {
    complexity: RETRIEVAL_COST,
    description:
      "Checks a whole draft: finds every quote in it, and tells of each whether it was said, by whom, and what was changed. Nothing of the draft is kept.",
  })
  async verifyDraft(
    @Arg("text", () => String, { description: "The draft: 1 to 500,000 characters." }) text: string,
    @Arg("filter", () => ArchiveFilterInput, {
      nullable: true,
      description: "Which articles count; all of the index without it.",
    })
    filter: ArchiveFilterInput | null,
    @Arg("notes", () => [DraftNoteInput], { nullable: true, description: NOTES })
    notes: readonly DraftNoteInput[] | null,
    @Ctx() { drafts }: GraphqlContext,
  ): Promise<DraftCheckType> {
    return new DraftCheckType(await drafts.checkText(text, { filter: toArchiveFilter(filter), notes: notes ?? [] }));
  }
}
