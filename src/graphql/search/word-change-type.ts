import { Field, ObjectType } from "type-graphql";
import type { WordChange } from "../../search/word-changes.ts";

@ObjectType("WordChange", {
  description: "Words that stand in the place of others. Letter case and marks do not count.",
})
export class WordChangeType implements WordChange {
  @Field(() => String, { description: "The hit's words; empty where words were put in." })
  readonly here!: string;

  @Field(() => String, { description: "The other article's words; empty where words were left out." })
  readonly there!: string;
}
