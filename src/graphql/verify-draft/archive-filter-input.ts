import { Field, ID, InputType } from "type-graphql";
import { localIdOf } from "../../model/global-id.ts";
import type { PublicationFilter } from "../../store/quote-store.ts";
import { PublicationConditions, toPublication } from "../article/publication-conditions.ts";

@InputType("ArchiveFilter", {
  description: "Which articles count as the archive that quotes are held against. Every condition given must hold.",
})
export class ArchiveFilterInput extends PublicationConditions {
  @Field(() => [ID], { nullable: true, description: "Any of these articles." })
  readonly article?: readonly string[] | null;
}

/** @throws VerbatimError BAD_ID for the id of something else. */
export function toArchiveFilter(input: ArchiveFilterInput | null | undefined): PublicationFilter {
  if (!input) return {};
  const { article } = input;
  return { ...toPublication(input), ...(article && { articles: article.map((id) => localIdOf(id, "Article")) }) };
}
