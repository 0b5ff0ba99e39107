import { Field, Float, Int, ObjectType } from "type-graphql";
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

  @Field(() => Float, { description: "How many standard deviations above the mean of all candidates." })
  readonly normalized!: number;

  @Field(() => Float, { description: "How much the signal counts." })
  readonly weight!: number;

  @Field(() => Int, { description: "The passage's place among the candidates by this signal alone, from 1." })
  readonly rank!: number;
}

@ObjectType("ScoreTrace", { description: "Why a hit has its score." })
export class ScoreTraceType implements ScoreTrace {
  @Field(() => [SignalScoreType], { description: "The part of each signal; empty for a hit that no search gave." })
  readonly signals!: readonly SignalScore[];

  @Field(() => Float, { description: "The sum of `normalized * weight` over the signals." })
  readonly total!: number;
}
