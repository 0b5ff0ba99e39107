import { Field, Int, ObjectType } from "type-graphql";
import type { Span } from "../../model/span.ts";

@ObjectType("Span", {
  description:
    "A stretch of a text: `text.slice(start, end)` in JavaScript, counted in UTF-16 code units. Selectors count code points.",
})
export class SpanType implements Span {
  @Field(() => Int, { description: "Where it begins, from 0." })
  readonly start!: number;

  @Field(() => Int, { description: "Where it ends: the offset just behind its last character." })
  readonly end!: number;
}
