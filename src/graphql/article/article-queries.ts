import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { VerbatimError } from "../../errors.ts";
import type { Article } from "../../model/article.ts";
import { localIdOf } from "../../model/global-id.ts";
import { type Connection, listConnection } from "../connection/connection.ts";
import { PageArguments } from "../connection/page-arguments.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { ArticleConnection } from "./article-connection.ts";
import { ArticleFilterInput, toArticleFilter } from "./article-filter-input.ts";
import { ArticleType } from "./article-type.ts";

@Resolver()
export class ArticleQueries {
  @Query(() => ArticleType, {
    nullable: true,
    description: "One article, by its id or by its url (give one of them); null when it is not in the index.",
  })
  async article(
    @Arg("id", () => ID, { nullable: true, description: "An id that an answer gave." }) id: string | null,
    @Arg("url", () => String, { nullable: true, description: "Its address, to the letter." }) url: string | null,
    @Ctx() context: GraphqlContext,
  ): Promise<ArticleType | null> {
    const article = await findArticle(context, id ?? null, url ?? null);
    return article && new ArticleType(article);
  }

  @Query(() => ArticleConnection, { description: "The articles of the index, newest first, undated ones last." })
  articles(
    @Arg("filter", () => ArticleFilterInput, { nullable: true, description: "Which ones; all without it." })
    input: ArticleFilterInput | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: GraphqlContext,
  ): Promise<Connection<ArticleType>> {
    const filter = toArticleFilter(input);
    return listConnection(
      { list: "articles", arguments: { ...filter } },
      page,
      (request) => store.listArticles(filter, request),
      (article) => new ArticleType(article),
    );
  }
}

function findArticle(
  { loaders, store }: GraphqlContext,
  id: string | null,
  url: string | null,
): Promise<Article | null> {
  if (id !== null && url === null) return loaders.articles.load(localIdOf(id, "Article"));
  if (url !== null && id === null) return store.articleByUrl(url);
  throw new VerbatimError("BAD_INPUT", "Give `article` either an id or a url: one, and not both.");
}
