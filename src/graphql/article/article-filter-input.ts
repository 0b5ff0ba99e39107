import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType } from "type-graphql";
import { localIdOf } from "../../model/global-id.ts";
import type { ArticleFilter } from "../../store/quote-store.ts";

@InputType("ArticleFilter", { description: "Which articles to list. Every condition given must hold." })
export class ArticleFilterInput {
  @Field(() => [String], {
    nullable: true,
    description: "Published by any of these; letter case and accents do not matter.",
  })
  readonly publisher?: readonly string[] | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Published at this moment or later, in UTC, such as 2024-03-05T00:00:00Z.",
  })
  readonly publishedFrom?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Published at this moment or earlier, in UTC, such as 2024-03-05T23:59:59Z.",
  })
  readonly publishedTo?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Words of the title: each must be there, or begin a word that is.",
  })
  readonly title?: string | null;

  @Field(() => ID, { nullable: true, description: "Mentions this person, organization or place." })
  readonly mentions?: string | null;
}

/** @throws VerbatimError BAD_ID where `mentions` is not the id of an entity. */
export function toArticleFilter(input: ArticleFilterInput | null | undefined): ArticleFilter {
  const { publisher, publishedFrom, publishedTo, title, mentions } = input ?? {};
  return {
    ...(publisher && { publishers: publisher }),
    ...(publishedFrom && { publishedFrom: publishedFrom.toISOString() }),
    ...(publishedTo && { publishedTo: publishedTo.toISOString() }),
    ...(title && { title }),
    ...(mentions && { mentions: localIdOf(mentions, "Person", "Organization", "Place") }),
  };
}
