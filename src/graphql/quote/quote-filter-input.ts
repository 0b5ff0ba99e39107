import { InputType } from "type-graphql";
import type { QuoteFilter } from "../../store/quote-store.ts";
import { FilterConditions, toConditions } from "../search/filter-conditions.ts";

@InputType("QuoteFilter", { description: "Which quotes to list. Every condition given must hold." })
export class QuoteFilterInput extends FilterConditions {}

/** @throws VerbatimError BAD_ID for the id of something else, BAD_INPUT for a confidence outside 0 to 1. */
export const toQuoteFilter = (input: QuoteFilterInput | null | undefined): QuoteFilter =>
  input ? toConditions(input) : {};
