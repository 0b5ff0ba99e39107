import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import type { ChunkFilter } from "../../store/chunk-filter.ts";

/** The conditions on who published an article and when, which every filter has. No GraphQL type of its own. */
@InputType({ description: "Conditions on publication." })
export abstract class PublicationConditions {
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
}

export const toPublication = ({
  publisher,
  publishedFrom,
  publishedTo,
}: PublicationConditions): Pick<ChunkFilter, "publishers" | "publishedFrom" | "publishedTo"> => ({
  ...(publisher && { publishers: publisher }),
  ...(publishedFrom && { publishedFrom: publishedFrom.toISOString() }),
  ...(publishedTo && { publishedTo: publishedTo.toISOString() }),
});
