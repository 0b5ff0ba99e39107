import { Field, ObjectType } from "type-graphql";
import type { Span } from "../../model/span.ts";
import type { DiffSegment } from "../../search/verify/quote-verification.ts";
import type { DiffKind } from "../../search/verify/segments.ts";
import { SpanType } from "../article/span-type.ts";
import { DiffKindEnum } from "./diff-kind-enum.ts";

@ObjectType("DiffSegment", { description: "A stretch of a claim beside the stretch of the source that it stands for." })
export class DiffSegmentType implements DiffSegment {
  @Field(() => DiffKindEnum, { description: "How the two lie beside each other." })
  readonly kind!: DiffKind;

  @Field(() => String, {
    description: "As it was pasted, marks and blanks included: all segments in order are the pasted text.",
  })
  readonly claim!: string;

  @Field(() => String, { description: "As the article has it, to the letter; empty for an INSERT." })
  readonly source!: string;

  @Field(() => SpanType, { nullable: true, description: "Where that stands in the article; null for an INSERT." })
  readonly sourceSpan!: Span | null;
}
