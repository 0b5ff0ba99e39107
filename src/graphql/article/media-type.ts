import { Field, Float, ObjectType } from "type-graphql";
import type { MediaMoment } from "../../model/recording.ts";

@ObjectType("Media", {
  description:
    "When words are heard in the recording that their article is a transcript of: subtitles, timed transcripts.",
})
export class MediaType implements MediaMoment {
  @Field(() => String, {
    nullable: true,
    description: "Opens the recording at the moment (`#t=12.5,19`); null where no recording is known.",
  })
  readonly url!: string | null;

  @Field(() => Float, { description: "When the words begin, in seconds from the beginning of the recording." })
  readonly start!: number;

  @Field(() => Float, { nullable: true, description: "When they end; null where only their beginning is known." })
  readonly end!: number | null;
}
