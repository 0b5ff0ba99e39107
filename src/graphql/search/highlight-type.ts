import { Field, Int, ObjectType } from "type-graphql";
import type { Highlight, HighlightKind } from "../../model/hit.ts";
import { HighlightKindEnum } from "./highlight-kind-enum.ts";

@ObjectType("Highlight", { description: "A stretch of a hit's `text` that answers the query." })
export class HighlightType implements Highlight {
  @Field(() => Int, { description: "Where it begins in `SearchHit.text`, in UTF-16 code units, from 0." })
  readonly start!: number;

  @Field(() => Int, { description: "Where it ends in `SearchHit.text`: the offset just behind its last character." })
  readonly end!: number;

  @Field(() => HighlightKindEnum, { description: "Why it is marked." })
  readonly kind!: HighlightKind;
}
