import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { StoreInfo } from "../../store/quote-store.ts";

@ObjectType("IndexInfo", { description: "What the index holds, and what it was made with." })
export class IndexInfoType implements StoreInfo {
  @Field(() => Int, { description: "How many articles." })
  readonly articles!: number;

  @Field(() => Int, { description: "How many quotes." })
  readonly quotes!: number;

  @Field(() => Int, { description: "How many people, each counted once across all articles." })
  readonly people!: number;

  @Field(() => Int, { description: "How many organizations, each counted once across all articles." })
  readonly organizations!: number;

  @Field(() => Int, { description: "How many places, each counted once across all articles." })
  readonly places!: number;

  @Field(() => Int, { description: "How many passages: what a search looks through." })
  readonly chunks!: number;

  @Field(() => Int, { description: "How many of the articles are samples, which leave when the first real one comes." })
  readonly sampleArticles!: number;

  @Field(() => String, { description: "The model that turns passages and queries into vectors." })
  readonly model!: string;

  @Field(() => Int, { description: "How many numbers a vector has." })
  readonly dimensions!: number;

  @Field(() => Int, { description: "The version of the layout on disk." })
  readonly schemaVersion!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When an article was last put in or removed, in UTC; null for an index that never held one.",
  })
  readonly updatedAt!: string | null;
}
