import { Field, ObjectType } from "type-graphql";
import type { AddedOutcome } from "../../editing/add-articles.ts";
import { describeEnum } from "../describe-enum.ts";
import { ArticleType } from "./article-type.ts";

const AddedOutcomeEnum = describeEnum<Uppercase<AddedOutcome>>("AddedOutcome", "What became of an article.", {
  INDEXED: "It is new.",
  REPLACED: "It took the place of an earlier version.",
  UNCHANGED: "It was in already.",
  REPEATED: "It came before in the same list.",
});

@ObjectType("AddedArticle", { description: "An article that is in the index." })
export class AddedArticleType {
  @Field(() => ArticleType, { description: "The article." })
  readonly article!: ArticleType;

  @Field(() => AddedOutcomeEnum, { description: "Whether it is new." })
  readonly outcome!: Uppercase<AddedOutcome>;
}

@ObjectType("RefusedArticle", { description: "An article that could not be read; the others went in." })
export class RefusedArticleType {
  @Field(() => String, { description: "What is wrong with it, and what to do." })
  readonly message!: string;

  @Field(() => String, { description: "Which kind of error it is, such as ARTICLE_EMPTY." })
  readonly code!: string;
}

@ObjectType("AddedArticles", { description: "What became of a list of articles." })
export class AddedArticlesType {
  @Field(() => [AddedArticleType], { description: "Those that are in." })
  readonly added!: readonly AddedArticleType[];

  @Field(() => [RefusedArticleType], { description: "Those that could not be read." })
  readonly refused!: readonly RefusedArticleType[];
}
