import { Field, ID, InputType } from "type-graphql";
import { localIdOf } from "../../model/global-id.ts";
import type { ArticleFilter } from "../../store/quote-store.ts";
import { PublicationConditions, toPublication } from "./publication-conditions.ts";

@InputType("ArticleFilter", { description: "Which articles to list. Every condition given must hold." })
export class ArticleFilterInput extends PublicationConditions {
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
  if (!input) return {};
  const { title, mentions } = input;
  return {
    ...toPublication(input),
    ...(title && { title }),
    ...(mentions && { mentions: localIdOf(mentions, "Person", "Organization", "Place") }),
  };
}
