import { Arg, Resolver, Root, Subscription } from "type-graphql";
import type { CheckedQuote } from "../../draft/draft-check.ts";
import { summarizeCheck } from "../../draft/summarize-check.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { RETRIEVAL_COST } from "../limits/retrieval-cost.ts";
import { ArchiveFilterInput, toArchiveFilter } from "./archive-filter-input.ts";
import { DraftNoteInput, NOTES } from "./draft-note-input.ts";
import { DraftProgressType } from "./draft-progress-type.ts";

interface Given {
  readonly text: string;
  readonly filter?: ArchiveFilterInput | null;
  readonly notes?: readonly DraftNoteInput[] | null;
}

@Resolver()
export class DraftCheckedSubscription {
  @Subscription(() => DraftProgressType, {
    complexity: RETRIEVAL_COST,
    description:
      "The same as `verifyDraft`, told as it goes: the draft as it was read, then its quotes as they are checked. Over server-sent events: POST /graphql with `Accept: text/event-stream`.",
    subscribe: ({ args, context }) => progressOf(args as unknown as Given, (context as GraphqlContext).drafts),
  })
  draftChecked(
    @Root() progress: DraftProgressType,
    @Arg("text", () => String, { description: "The draft: 1 to 500,000 characters." }) _text: string,
    @Arg("filter", () => ArchiveFilterInput, {
      nullable: true,
      description: "Which articles count; all of the index without it.",
    })
    _filter: ArchiveFilterInput | null,
    @Arg("notes", () => [DraftNoteInput], { nullable: true, description: NOTES })
    _notes: readonly DraftNoteInput[] | null,
  ): DraftProgressType {
    return progress;
  }
}

async function* progressOf(
  { text, filter, notes }: Given,
  drafts: GraphqlContext["drafts"],
): AsyncGenerator<DraftProgressType> {
  const all: CheckedQuote[] = [];
  for await (const progress of drafts.checkInParts(text, { filter: toArchiveFilter(filter), notes: notes ?? [] })) {
    all.push(...progress.quotes);
    const summary = progress.checked === progress.total ? summarizeCheck(all, progress.unchecked) : null;
    yield new DraftProgressType(progress, summary);
  }
}
