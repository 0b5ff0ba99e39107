import { Field, InputType } from "type-graphql";
import type { GivenArticle } from "../../editing/add-articles.ts";

@InputType("ArticleInput", { description: "An article to put into the index." })
export class ArticleInput implements GivenArticle {
  @Field(() => String, { description: "Its text, paragraphs separated by blank lines." })
  readonly text!: string;

  @Field(() => String, {
    nullable: true,
    description: "Your own name for the article: keeps it the same article when its text changes.",
  })
  readonly id?: string | null;

  @Field(() => String, { nullable: true, description: "The headline; else the first line, where it reads as one." })
  readonly title?: string | null;

  @Field(() => String, { nullable: true, description: "Who published it." })
  readonly publisher?: string | null;

  @Field(() => String, { nullable: true, description: "Who wrote it." })
  readonly author?: string | null;

  @Field(() => String, { nullable: true, description: "Its address in full. Names the article before `id`." })
  readonly url?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "When it was published: 2024-03-05 or 2024-03-05T14:30:00Z.",
  })
  readonly publishedAt?: string | null;

  @Field(() => String, { nullable: true, description: "Where the recording is that the text is a transcript of." })
  readonly media?: string | null;
}
