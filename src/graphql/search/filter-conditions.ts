import { Field, ID, InputType } from "type-graphql";
import { VerbatimError } from "../../errors.ts";
import { localIdOf, parseGlobalId } from "../../model/global-id.ts";
import type { QuoteKind } from "../../model/quote.ts";
import type { ChunkFilter } from "../../store/quote-store.ts";
import { PublicationConditions, toPublication } from "../article/publication-conditions.ts";
import { QuoteKindEnum } from "../quote/quote-kind-enum.ts";

/** The conditions that the search's filter and the quotes' share. No GraphQL type of its own. */
@InputType({ description: "Conditions on quotes." })
export abstract class FilterConditions extends PublicationConditions {
  @Field(() => [String], {
    nullable: true,
    description:
      "Said by any of these: ids, or any names by which an article calls them (letter case and accents do not matter). A name that several share means all of them.",
  })
  readonly speaker?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: "In any of these articles." })
  readonly article?: readonly string[] | null;

  @Field(() => [QuoteKindEnum], { nullable: true, description: "Quotes of any of these kinds; paragraphs are none." })
  readonly quoteKinds?: readonly QuoteKind[] | null;
}

type Conditions = Pick<
  ChunkFilter,
  "speakers" | "articles" | "publishers" | "publishedFrom" | "publishedTo" | "quoteKinds"
>;

/** Ids become the store's; names stay names. @throws VerbatimError BAD_ID for the id of something else. */
export function toConditions(input: FilterConditions): Conditions {
  const { speaker, article, quoteKinds } = input;
  return {
    ...(speaker && { speakers: speaker.map(toSpeaker) }),
    ...(article && { articles: article.map((id) => localIdOf(id, "Article")) }),
    ...toPublication(input),
    ...(quoteKinds && { quoteKinds }),
  };
}

function toSpeaker(idOrName: string): string {
  if (idOrName.trim() === "") throw new VerbatimError("BAD_INPUT", "A `speaker` is blank: give an id or a name.");
  return parseGlobalId(idOrName) === null ? idOrName : localIdOf(idOrName, "Person", "Organization", "Place");
}
