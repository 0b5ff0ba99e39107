import { Field, Int, ObjectType } from "type-graphql";
import type { FacetValue } from "../../model/facet.ts";

@ObjectType("FacetValue", { description: "A value that passages have, and how many of them." })
export class FacetValueType implements FacetValue {
  @Field(() => String, {
    description:
      "What goes into the filter: the id of a speaker, entity or place, a publisher's name, a kind (that of a quote, or PARAGRAPH), an assertion, what is reported, a month as 2024-03.",
  })
  readonly value!: string;

  @Field(() => String, { description: "What to show: a name, else the value itself." })
  readonly label!: string;

  @Field(() => Int, { description: "Passages that have it." })
  readonly count!: number;
}

@ObjectType("Facet", {
  description:
    "How passages divide by one property. A passage has one publisher and one month at most: there the counts, `others` and `none` add up to `totalCount`. Of the rest it may have several values, and each counts it.",
})
export class FacetType {
  @Field(() => [FacetValueType], { description: "The commonest values first." })
  readonly values!: readonly FacetValueType[];

  @Field(() => Int, { description: "The sum of the counts of the values that `first` leaves out." })
  readonly others!: number;

  @Field(() => Int, {
    description: "Passages without a value: nobody said them, no date is known, they mention nobody.",
  })
  readonly none!: number;
}
