import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";

@ObjectType("Signed", { description: "When something was done, and by whom." })
export class SignedType {
  @Field(() => GraphQLDateTime, { description: "When, in UTC." })
  readonly at!: string;

  @Field(() => String, { description: "The name that goes with the token." })
  readonly by!: string;
}
