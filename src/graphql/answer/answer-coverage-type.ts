import { Field, ObjectType } from "type-graphql";
import type { Coverage } from "../../search/answer/answer.ts";

@ObjectType("AnswerCoverage", {
  description: "How much of a question is answered, as far as words can tell: they show gaps, not truth.",
})
export class AnswerCoverageType implements Coverage {
  @Field(() => Boolean, {
    description:
      "False where nothing was found, none of the question's matter is spoken of, or a number that it asks for is lacking.",
  })
  readonly isAnswered!: boolean;

  @Field(() => String, { description: "For a reader: what is not answered, said plainly." })
  readonly note!: string;

  @Field(() => [String], {
    description: "The words of the question that no statement has, nor what stands around it, nor its speaker's names.",
  })
  readonly missing!: readonly string[];
}
