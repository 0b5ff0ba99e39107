import { Args, Ctx, Field, ID, Int, InterfaceType } from "type-graphql";
import type { Entity, EntityKind } from "../../model/entity.ts";
import { NODE_TYPE_OF_ENTITY, toGlobalId } from "../../model/global-id.ts";
import { ArticleConnection } from "../article/article-connection.ts";
import { ArticleType } from "../article/article-type.ts";
import { type Connection, listConnection } from "../connection/connection.ts";
import { PageArguments } from "../connection/page-arguments.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { NodeInterface } from "../node/node-interface.ts";
import { EntityKindEnum } from "./entity-kind-enum.ts";

@InterfaceType("Entity", {
  implements: NodeInterface,
  description: "A person, organization or place that articles mention, joined across all articles of the index.",
})
export abstract class EntityInterface implements NodeInterface {
  protected readonly entity: Entity;

  constructor(entity: Entity) {
    this.entity = entity;
  }

  @Field(() => ID, { description: "Goes into `node(id:)` and the `speaker` of a filter." })
  get id(): string {
    return toGlobalId(NODE_TYPE_OF_ENTITY[this.entity.kind], this.entity.id);
  }

  @Field(() => String, { description: "The fullest name that an article gives." })
  get name(): string {
    return this.entity.name;
  }

  @Field(() => [String], { description: "Other names that articles use." })
  get aliases(): readonly string[] {
    return this.entity.aliases;
  }

  @Field(() => EntityKindEnum, { description: "Whether it is a person, an organization or a place." })
  get kind(): EntityKind {
    return this.entity.kind;
  }

  @Field(() => Int, { description: "How often articles mention it, by name, by title or by a pronoun." })
  get mentionCount(): number {
    return this.entity.mentionCount;
  }

  @Field(() => ArticleConnection, { description: "The articles that mention it, newest first." })
  articles(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: GraphqlContext,
  ): Promise<Connection<ArticleType>> {
    const filter = { mentions: this.entity.id };
    return listConnection(
      { list: "Entity.articles", arguments: filter },
      page,
      (request) => store.listArticles(filter, request),
      (article) => new ArticleType(article),
    );
  }
}
