import { Field, Float, InputType } from "type-graphql";
import { VerbatimError } from "../../errors.ts";
import type { QuoteFilter } from "../../store/quote-store.ts";
import { FilterConditions, toConditions } from "../search/filter-conditions.ts";

@InputType("QuoteFilter", { description: "Which quotes to list. Every condition given must hold." })
export class QuoteFilterInput extends FilterConditions {
  @Field(() => Float, { nullable: true, description: "At least this certain of the speaker: 0 to 1." })
  readonly minConfidence?: number | null;
}

/** @throws VerbatimError BAD_ID for the id of something else, BAD_INPUT for a confidence outside 0 to 1. */
export function toQuoteFilter(input: QuoteFilterInput | null | undefined): QuoteFilter {
  if (!input) return {};
  const minConfidence = input.minConfidence ?? 0;
  if (minConfidence < 0 || minConfidence > 1) {
    throw new VerbatimError("BAD_INPUT", `\`minConfidence\` is ${minConfidence}, and must be from 0 to 1.`);
  }
  return { ...toConditions(input), ...(minConfidence > 0 && { minConfidence }) };
}
