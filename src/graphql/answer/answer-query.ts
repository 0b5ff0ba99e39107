import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../graphql-context.ts";
import { RETRIEVAL_COST } from "../limits/retrieval-cost.ts";
import { SearchFilterInput, toChunkFilter } from "../search/search-filter-input.ts";
import { AnswerType } from "./answer-type.ts";

/** Statements where no number is given: what one reads to get the picture. */
const STATEMENTS = 5;

@Resolver()
export class AnswerQuery {
  @Query(() => AnswerType, {
    complexity: RETRIEVAL_COST,
    description:
      "What was said to a question, as statements with their citations, ready to hand to a reader. Nothing is written but what the sources say; what they do not answer is told in `coverage`.",
  })
  async answer(
    @Arg("question", () => String, { description: "A question, or words: 1 to 1,000 characters." }) question: string,
    @Arg("filter", () => SearchFilterInput, { nullable: true, description: "Where to search; everywhere without it." })
    filter: SearchFilterInput | null,
    @Arg("maxStatements", () => Int, {
      nullable: true,
      defaultValue: STATEMENTS,
      description: "The most statements to give, from 1 to 20.",
    })
    maxStatements: number | null,
    @Ctx() { search }: GraphqlContext,
  ): Promise<AnswerType> {
    const request = { question, filter: toChunkFilter(filter), maxStatements: maxStatements ?? STATEMENTS };
    return new AnswerType(await search.answer(request));
  }
}
