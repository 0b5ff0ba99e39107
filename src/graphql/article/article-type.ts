import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, Field, ID, ObjectType } from "type-graphql";
import type { Article } from "../../model/article.ts";
import type { EntityKind } from "../../model/entity.ts";
import { toGlobalId } from "../../model/global-id.ts";
import type { Connection } from "../connection/connection.ts";
import { listConnection } from "../connection/connection.ts";
import { PageArguments } from "../connection/page-arguments.ts";
import { EntityConnection } from "../entity/entity-connection.ts";
import type { EntityInterface } from "../entity/entity-interface.ts";
import { EntityKindEnum } from "../entity/entity-kind-enum.ts";
import { listEntities } from "../entity/list-entities.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { NodeInterface } from "../node/node-interface.ts";
import { QuoteConnection } from "../quote/quote-connection.ts";
import { QuoteType } from "../quote/quote-type.ts";
import { ParagraphType, paragraphsOf } from "./paragraph-type.ts";

@ObjectType("Article", { implements: NodeInterface, description: "A news article or transcript, as it was indexed." })
export class ArticleType implements NodeInterface {
  readonly #article: Article;

  constructor(article: Article) {
    this.#article = article;
  }

  @Field(() => ID, { description: "Goes into `article(id:)`, `node(id:)` and the `article` of a filter." })
  get id(): string {
    return toGlobalId("Article", this.#article.id);
  }

  @Field(() => String, { nullable: true, description: "The headline; null where none is known." })
  get title(): string | null {
    return this.#article.title;
  }

  @Field(() => String, { nullable: true, description: "Who published it; null where that is not known." })
  get publisher(): string | null {
    return this.#article.publisher;
  }

  @Field(() => String, { nullable: true, description: "Who wrote it, as it is signed; null where that is not known." })
  get author(): string | null {
    return this.#article.author;
  }

  @Field(() => String, { nullable: true, description: "Where it stands on the web; null where that is not known." })
  get url(): string | null {
    return this.#article.url;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it was published, in UTC; null for undated." })
  get publishedAt(): string | null {
    return this.#article.publishedAt;
  }

  @Field(() => String, { description: "The whole text, exactly as decoded: the spans of its quotes count in this." })
  get text(): string {
    return this.#article.text;
  }

  @Field(() => [ParagraphType], { description: "The body, paragraph by paragraph, in reading order." })
  get paragraphs(): readonly ParagraphType[] {
    return paragraphsOf(this.#article);
  }

  @Field(() => QuoteConnection, { description: "Its quotes, in reading order." })
  quotes(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: GraphqlContext,
  ): Promise<Connection<QuoteType>> {
    const filter = { articles: [this.#article.id] };
    return listConnection(
      { list: "Article.quotes", arguments: filter },
      page,
      (request) => store.listQuotes(filter, "NEWEST", request),
      (quote) => new QuoteType(quote),
    );
  }

  @Field(() => EntityConnection, {
    description: "The people, organizations and places it mentions, most mentioned first.",
  })
  entities(
    @Arg("kind", () => EntityKindEnum, { nullable: true, description: "Only entities of this kind." })
    kind: EntityKind | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: GraphqlContext,
  ): Promise<Connection<EntityInterface>> {
    return listEntities(store, "Article.entities", { kind, article: this.#article.id }, page);
  }
}
