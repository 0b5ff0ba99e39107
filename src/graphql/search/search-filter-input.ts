import { Field, InputType } from "type-graphql";
import { VerbatimError } from "../../errors.ts";
import type { ChunkFilter } from "../../store/chunk-filter.ts";
import { FilterConditions, toConditions } from "./filter-conditions.ts";

@InputType("SearchFilter", {
  description:
    "Where to search. Every condition given must hold; an empty list matches nothing. It goes before the limit, so it never leaves a page short: all that matches under it is found and counted.",
})
export class SearchFilterInput extends FilterConditions {
  @Field(() => [SearchFilterInput], { nullable: true, description: "All of these must hold, too." })
  readonly and?: readonly SearchFilterInput[] | null;

  @Field(() => [SearchFilterInput], { nullable: true, description: "At least one of these must hold, too." })
  readonly or?: readonly SearchFilterInput[] | null;

  @Field(() => SearchFilterInput, { nullable: true, description: "This must not hold." })
  readonly not?: SearchFilterInput | null;
}

/** How deep `and`, `or` and `not` may stand in each other: more than a person writes, and no strain on the store. */
const MAX_NESTING = 8;

/** @throws VerbatimError BAD_ID for the id of something else, BAD_INPUT for filters nested too deeply. */
export function toChunkFilter(input: SearchFilterInput | null | undefined, nesting = 0): ChunkFilter {
  if (!input) return {};
  if (nesting > MAX_NESTING) {
    throw new VerbatimError(
      "BAD_INPUT",
      `The filter nests \`and\`, \`or\` and \`not\` deeper than ${MAX_NESTING} levels.`,
    );
  }
  const { and, or, not } = input;
  const inner = (part: SearchFilterInput): ChunkFilter => toChunkFilter(part, nesting + 1);
  return {
    ...toConditions(input),
    ...(and && { and: and.map(inner) }),
    ...(or && { or: or.map(inner) }),
    ...(not && { not: inner(not) }),
  };
}
