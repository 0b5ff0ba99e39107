import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Topic } from "../../search/topics/rank-topics.ts";

@ObjectType("Topic", { description: "A word or phrase that somebody uses more than others do." })
export class TopicType implements Topic {
  @Field(() => String, { description: "As it was said; goes into `about` of their quotes." })
  readonly phrase!: string;

  @Field(() => Int, { description: "How many of their quotes have it." })
  readonly quotes!: number;

  @Field(() => Float, {
    description:
      "How much more often than in the rest of the index, as a log-likelihood ratio: 0 and up, comparable within one person.",
  })
  readonly weight!: number;
}
