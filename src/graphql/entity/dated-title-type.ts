import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { DatedTitle } from "../../model/entity.ts";

@ObjectType("DatedTitle", { description: "A title or role that an article gives a person, with the article's date." })
export class DatedTitleType implements DatedTitle {
  @Field(() => String, { description: 'Such as "Minister of Transport".' })
  readonly title!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "The date of the article that gives it, in UTC; null where the article has none.",
  })
  readonly asOf!: string | null;
}
