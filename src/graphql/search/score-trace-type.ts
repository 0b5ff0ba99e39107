import { Field, Float, ObjectType } from "type-graphql";
import type { ScoreTrace, Signal, SignalScore } from "../../model/hit.ts";
import { SignalEnum } from "./signal-enum.ts";

@ObjectType("SignalScore", { description: "One signal's part in a score: it adds `normalized * weight`." })
class SignalScoreType implements SignalScore {
  @Field(() => SignalEnum, { description: "Which signal." })
  readonly signal!: Signal;

  @Field(() => Float, {
    description: "In the signal's own unit: a cosine (-1 to 1) by meaning, BM25 (0 and up) by words.",
  })
  readonly raw!: number;

  @Field(() => Float, {
    description:
      "The same on the scale on which signals are added up: 0 to 1, a cosine from -1, and words that come again and again up to 2.2.",
  })
  readonly normalized!: number;

  @Field(() => Float, { description: "How much the signal counts." })
  readonly weight!: number;
}

@ObjectType("ScoreTrace", { description: "Why a hit has its score." })
export class ScoreTraceType implements ScoreTrace {
  @Field(() => Float, { description: "What every passage of its kind begins with." })
  readonly base!: number;

  @Field(() => [SignalScoreType], { description: "The part of each signal; empty for a hit that no search gave." })
  readonly signals!: readonly SignalScore[];

  @Field(() => Float, {
    description: "`base` and the sum of `normalized * weight` over the signals: the higher, the likelier it answers.",
  })
  readonly total!: number;
}
