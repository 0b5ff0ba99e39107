import { ArgsType, Field } from "type-graphql";
import type { DraftArchive } from "../../draft/draft-checker.ts";
import { ArchiveFilterInput, toArchiveFilter } from "./archive-filter-input.ts";
import { DraftNoteInput } from "./draft-note-input.ts";

/** What a draft is checked with, at once or as it goes. */
@ArgsType()
export class DraftArguments {
  @Field(() => String, { description: "The draft: 1 to 500,000 characters." })
  readonly text!: string;

  @Field(() => ArchiveFilterInput, {
    nullable: true,
    description: "Which articles count; all of the index without it.",
  })
  readonly filter?: ArchiveFilterInput | null;

  @Field(() => [DraftNoteInput], {
    nullable: true,
    description:
      "The draft's own interviews and notes, which count as sources as well: at most 20, of 500,000 characters together. All that stands in them was said, by whom they say.",
  })
  readonly notes?: readonly DraftNoteInput[] | null;
}

/** @throws VerbatimError BAD_ID for the id of something else in the filter. */
export const toArchive = ({ filter, notes }: DraftArguments): DraftArchive => ({
  filter: toArchiveFilter(filter),
  notes: notes ?? [],
});
