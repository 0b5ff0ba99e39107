import { ArgsType, Field, ID } from "type-graphql";
import type { Attribution } from "../../editing/quote-changes.ts";
import { VerbatimError } from "../../errors.ts";
import { localIdOf } from "../../model/global-id.ts";
import type { Assertion } from "../../model/quote.ts";
import { AssertionEnum } from "../quote/assertion-enum.ts";
import { type AttributionTo, AttributionToEnum } from "./attribution-to-enum.ts";
import { ReasonArguments } from "./reason-arguments.ts";

@ArgsType()
export class CorrectAttributionArguments extends ReasonArguments {
  @Field(() => ID, { description: "An id of a Quote that an answer gave." })
  readonly quote!: string;

  @Field(() => AttributionToEnum, { description: "How the quote is to be told of." })
  readonly to!: AttributionTo;

  @Field(() => ID, { nullable: true, description: "Who said it: an id of a Person, Organization or Place." })
  readonly speaker?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The same of a person by first and last name, who need not be in the index.",
  })
  readonly speakerName?: string | null;

  @Field(() => AssertionEnum, { nullable: true, description: "What the article says of it." })
  readonly assertion?: Assertion | null;
}

/** @throws BAD_INPUT where what is given does not fit `to`, and BAD_ID for the id of something else. */
export function toAttribution({ to, speaker, speakerName, assertion }: CorrectAttributionArguments): Attribution {
  const speakers = [speaker, speakerName].filter((one) => one != null).length;
  if (speakers > (to === "SPEAKER" ? 1 : 0) || (to === "SPEAKER" && speakers === 0)) {
    throw new VerbatimError(
      "BAD_INPUT",
      "Give `speaker` or `speakerName`, one of them, with `to: SPEAKER`, and neither without it.",
    );
  }
  if (assertion != null && to !== "ASSERTION") {
    throw new VerbatimError("BAD_INPUT", "`assertion` goes with `to: ASSERTION`: make two corrections to change both.");
  }
  if (to === "NOBODY") return { kind: "NOBODY" };
  if (to === "ASSERTION") return { kind: "ASSERTION", assertion: assertion ?? "DENIED" };
  if (speaker != null) return { kind: "SPEAKER", speakerId: localIdOf(speaker, "Person", "Organization", "Place") };
  return { kind: "SPEAKER", speakerName: speakerName ?? "" };
}
