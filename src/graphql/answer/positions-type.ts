import { Field, ObjectType } from "type-graphql";
import type { Positions } from "../../search/answer/answer.ts";
import { EntityInterface } from "../entity/entity-interface.ts";
import { toEntityType } from "../entity/to-entity-type.ts";
import { StatementType } from "./statement-type.ts";

@ObjectType("Positions", {
  description: "What one speaker said to a question at different times, side by side, so that a change can be seen.",
})
export class PositionsType {
  readonly #positions: Positions;

  constructor(positions: Positions) {
    this.#positions = positions;
  }

  @Field(() => EntityInterface, { description: "Who said them." })
  get speaker(): EntityInterface {
    return toEntityType(this.#positions.speaker);
  }

  @Field(() => [StatementType], { description: "The oldest first, undated ones last." })
  get statements(): readonly StatementType[] {
    return this.#positions.statements.map((statement) => new StatementType(statement));
  }
}
