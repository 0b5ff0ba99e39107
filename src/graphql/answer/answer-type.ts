import { Field, ObjectType } from "type-graphql";
import type { Answer } from "../../search/answer/answer.ts";
import { AnswerCoverageType } from "./answer-coverage-type.ts";
import { PositionsType } from "./positions-type.ts";
import { StatementType } from "./statement-type.ts";

@ObjectType("Answer", { description: "An answer made only of what people said, each word of it from a source." })
export class AnswerType {
  readonly #answer: Answer;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  @Field(() => String, {
    description:
      "The whole answer as plain text: a paragraph for each statement with its marker [1], what is left open, and the sources. What stands in quotation marks is in a source to the letter.",
  })
  get text(): string {
    return this.#answer.text;
  }

  @Field(() => [StatementType], {
    description: "The statements, the best first; none where nobody said anything to it.",
  })
  get statements(): readonly StatementType[] {
    return this.#answer.statements.map((statement) => new StatementType(statement));
  }

  @Field(() => [PositionsType], {
    description: "Everyone who said more than one of the statements, with theirs in the order of time.",
  })
  get byTime(): readonly PositionsType[] {
    return this.#answer.byTime.map((positions) => new PositionsType(positions));
  }

  @Field(() => AnswerCoverageType, { description: "What the statements leave open." })
  get coverage(): AnswerCoverageType {
    return this.#answer.coverage;
  }
}
