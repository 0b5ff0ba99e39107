import { ArgsType, Field } from "type-graphql";
import { VerbatimError } from "../../errors.ts";

/** A sentence or two; it is shown beside the quote. */
const MAX_REASON_LENGTH = 500;

/** What every correction takes. */
@ArgsType()
export class ReasonArguments {
  @Field(() => String, { nullable: true, description: "Why, for those who read the correction: up to 500 characters." })
  readonly reason?: string | null;
}

/** Null without one. @throws BAD_INPUT for one that is too long. */
export function reasonIn({ reason }: ReasonArguments): string | null {
  const words = (reason ?? "").replace(/\s+/g, " ").trim();
  if (words.length <= MAX_REASON_LENGTH) return words === "" ? null : words;
  throw new VerbatimError("BAD_INPUT", `The reason has ${words.length} characters: say it in ${MAX_REASON_LENGTH}.`);
}
