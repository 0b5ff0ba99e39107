import { Field, Float, ID, InputType } from "type-graphql";
import { VerbatimError } from "../../errors.ts";
import { localIdOf, parseGlobalId } from "../../model/global-id.ts";
import type { Assertion, QuoteKind, Reported } from "../../model/quote.ts";
import type { ChunkFilter } from "../../store/chunk-filter.ts";
import { PublicationConditions, toPublication } from "../article/publication-conditions.ts";
import { AssertionEnum } from "../quote/assertion-enum.ts";
import { QuoteKindEnum } from "../quote/quote-kind-enum.ts";
import { ReportedEnum } from "../quote/reported-enum.ts";

/** The conditions that the search's filter and the quotes' share. No GraphQL type of its own. */
@InputType({ description: "Conditions on quotes." })
export abstract class FilterConditions extends PublicationConditions {
  @Field(() => [String], {
    nullable: true,
    description:
      "Said by any of these, alone or with others: ids, or what they are called, as for `person`. A name that several share means all of them.",
  })
  readonly speaker?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Said for any of these people or bodies, as by a spokesman, a lawyer or a campaign: ids, or any of their names. Their own words are under `speaker`.",
  })
  readonly onBehalfOf?: readonly string[] | null;

  @Field(() => [AssertionEnum], {
    nullable: true,
    description:
      "Quotes that the article has as any of these; without it all, also what is denied, refused, supposed or asked. `[ASSERTED]` keeps what was said.",
  })
  readonly assertions?: readonly Assertion[] | null;

  @Field(() => [ReportedEnum], {
    nullable: true,
    description: "Quotes that tell of words, or of attitudes; without it both.",
  })
  readonly reports?: readonly Reported[] | null;

  @Field(() => [ID], { nullable: true, description: "In any of these articles." })
  readonly article?: readonly string[] | null;

  @Field(() => [QuoteKindEnum], { nullable: true, description: "Quotes of any of these kinds; paragraphs are none." })
  readonly quoteKinds?: readonly QuoteKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Whose words mention any of these people, organizations or places, by name, title or pronoun: ids, or any of their names.",
  })
  readonly mentions?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Whose words mention any of these places: ids, or any of their names.",
  })
  readonly place?: readonly string[] | null;

  @Field(() => Float, { nullable: true, description: "Quotes at least this certain of their speaker: 0 to 1." })
  readonly minConfidence?: number | null;
}

type Conditions = Omit<ChunkFilter, "chunkKinds" | "and" | "or" | "not">;

/**
 * Ids become the store's; names stay names.
 * @throws VerbatimError BAD_ID for the id of something else, BAD_INPUT for a blank name or a confidence outside 0 to 1.
 */
export function toConditions(input: FilterConditions): Conditions {
  const { speaker, onBehalfOf, assertions, reports, article, quoteKinds, mentions, place, minConfidence } = input;
  return {
    ...(speaker && { speakers: speaker.map((value) => toEntity("speaker", value)) }),
    ...(onBehalfOf && { onBehalfOf: onBehalfOf.map((value) => toEntity("onBehalfOf", value)) }),
    ...(assertions && { assertions }),
    ...(reports && { reports }),
    ...(article && { articles: article.map((id) => localIdOf(id, "Article")) }),
    ...toPublication(input),
    ...(quoteKinds && { quoteKinds }),
    ...(mentions && { mentions: mentions.map((value) => toEntity("mentions", value)) }),
    ...(place && { places: place.map((value) => toEntity("place", value)) }),
    ...(typeof minConfidence === "number" && minConfidence !== 0 && { minConfidence: toConfidence(minConfidence) }),
  };
}

/** The store's id of a public one; a name stays a name. @throws VerbatimError BAD_INPUT for a blank one, BAD_ID for another's. */
export function toEntity(condition: string, idOrName: string): string {
  if (idOrName.trim() === "")
    throw new VerbatimError("BAD_INPUT", `A \`${condition}\` is blank: give an id or a name.`);
  return parseGlobalId(idOrName) === null ? idOrName : localIdOf(idOrName, "Person", "Organization", "Place");
}

function toConfidence(minConfidence: number): number {
  if (minConfidence > 0 && minConfidence <= 1) return minConfidence;
  throw new VerbatimError("BAD_INPUT", `\`minConfidence\` is ${minConfidence}, and must be from 0 to 1.`);
}
