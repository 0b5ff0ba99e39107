import { Field, ObjectType } from "type-graphql";

@ObjectType("QueryDate", {
  description:
    "A time that a query names, as in “in March 2024”, “after May 2024” and “last week”, taken for when articles were published.",
})
export class QueryDateType {
  @Field(() => String, { description: "The words that name it. In quotation marks they would be words to look for." })
  readonly words!: string;

  @Field(() => String, {
    nullable: true,
    description: "From this day on, `2024-03-01`, by UTC; null where that side is open.",
  })
  readonly from!: string | null;

  @Field(() => String, { nullable: true, description: "Up to this day, which counts; null where that side is open." })
  readonly to!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether only articles of that time are searched. False where nothing of that time matches: then all times are searched, and these words are looked for like any others.",
  })
  readonly isFilter!: boolean;
}
