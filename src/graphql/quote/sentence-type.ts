import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("Sentence", {
  description: "A sentence of an article, or several that belong together, and where it stands in the article's text.",
})
export class SentenceType {
  @Field(() => String, { description: "Its words to the letter." })
  readonly text!: string;

  @Field(() => Int, { description: "Where it begins in the article's text, in UTF-16 code units." })
  readonly start!: number;

  @Field(() => Int, { description: "Where it ends." })
  readonly end!: number;
}
