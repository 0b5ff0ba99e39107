import { Args, Resolver, Root, Subscription } from "type-graphql";
import type { CheckedQuote } from "../../draft/draft-check.ts";
import { summarizeCheck } from "../../draft/summarize-check.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { RETRIEVAL_COST } from "../limits/retrieval-cost.ts";
import { DraftArguments, toArchive } from "./draft-arguments.ts";
import { DraftProgressType } from "./draft-progress-type.ts";

@Resolver()
export class DraftCheckedSubscription {
  @Subscription(() => DraftProgressType, {
    complexity: RETRIEVAL_COST,
    description:
      "The same as `verifyDraft`, told as it goes: the draft as it was read, then its quotes as they are checked. Over server-sent events: POST /graphql with `Accept: text/event-stream`.",
    subscribe: ({ args, context }) => progressOf(args as unknown as DraftArguments, (context as GraphqlContext).drafts),
  })
  draftChecked(
    @Root() progress: DraftProgressType,
    @Args(() => DraftArguments) _given: DraftArguments,
  ): DraftProgressType {
    return progress;
  }
}

async function* progressOf(given: DraftArguments, drafts: GraphqlContext["drafts"]): AsyncGenerator<DraftProgressType> {
  const all: CheckedQuote[] = [];
  for await (const progress of drafts.checkInParts(given.text, toArchive(given))) {
    all.push(...progress.quotes);
    const summary = progress.checked === progress.total ? summarizeCheck(all, progress.unchecked) : null;
    yield new DraftProgressType(progress, summary);
  }
}
