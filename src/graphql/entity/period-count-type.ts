import { Field, Int, ObjectType } from "type-graphql";
import type { PeriodCount } from "../../store/quote-store.ts";

@ObjectType("PeriodCount", { description: "How much somebody was quoted in one period." })
export class PeriodCountType implements PeriodCount {
  @Field(() => String, {
    nullable: true,
    description: "The day, month or year by UTC, such as 2024-03; null for articles without a date.",
  })
  readonly period!: string | null;

  @Field(() => Int, { description: "How many quotes." })
  readonly quotes!: number;
}
