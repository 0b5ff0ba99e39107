import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { AddedOutcome } from "../../editing/add-articles.ts";
import { VerbatimError } from "../../errors.ts";
import { localIdOf } from "../../model/global-id.ts";
import { MAX_PAGE_SIZE } from "../../model/page-size.ts";
import { editorOf } from "../access/editor-of.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { AddedArticlesType } from "./added-articles-type.ts";
import { ArticleInput } from "./article-input.ts";
import { ArticleType } from "./article-type.ts";

@Resolver()
export class ArticleMutations {
  @Mutation(() => AddedArticlesType, {
    description:
      "Puts articles into the index, as `npm run index` does: an unchanged one is skipped, a changed one replaced. Up to 100 at a time; 2 MB a request.",
  })
  async addArticles(
    @Arg("articles", () => [ArticleInput], { description: "The articles." }) articles: readonly ArticleInput[],
    @Ctx() context: GraphqlContext,
  ): Promise<AddedArticlesType> {
    const { editor } = editorOf(context);
    if (articles.length > MAX_PAGE_SIZE) {
      throw new VerbatimError(
        "BAD_INPUT",
        `That are ${articles.length} articles: give at most ${MAX_PAGE_SIZE} at a time.`,
      );
    }
    const { added, failed } = await editor.addArticles(articles);
    return {
      added: added.map(({ article, outcome }) => ({
        article: new ArticleType(article),
        outcome: outcome.toUpperCase() as Uppercase<AddedOutcome>,
      })),
      refused: failed.map(({ error: { message, code } }) => ({ message, code })),
    };
  }

  @Mutation(() => ArticleType, {
    description:
      "Takes an article out of the index, and gives it as it was. What was put right in it is kept for when it comes back.",
  })
  async removeArticle(
    @Arg("id", () => ID, { description: "An id of an Article that an answer gave." }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<ArticleType> {
    const { editor } = editorOf(context);
    return new ArticleType(await editor.removeArticle(localIdOf(id, "Article")));
  }
}
