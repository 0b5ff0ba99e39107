import { Field, ObjectType } from "type-graphql";

@ObjectType("QuerySlip", {
  description: "A word of a name that is taken for another: nobody's name has it as it is written.",
})
export class QuerySlipType {
  @Field(() => String, { description: "As the query has it, without letter case and accents." })
  readonly written!: string;

  @Field(() => String, { description: "What it is taken for." })
  readonly meant!: string;
}
