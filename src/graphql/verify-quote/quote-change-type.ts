import { Field, ObjectType } from "type-graphql";
import type { ChangeKind } from "../../search/verify/changes.ts";
import type { QuoteChange } from "../../search/verify/quote-verification.ts";
import { ChangeKindEnum } from "./change-kind-enum.ts";

@ObjectType("QuoteChange", { description: "One difference between a claim and its source." })
export class QuoteChangeType implements QuoteChange {
  @Field(() => ChangeKindEnum, { description: "What kind of change it is." })
  readonly kind!: ChangeKind;

  @Field(() => String, { description: "The words of the claim; empty where it left some out." })
  readonly claim!: string;

  @Field(() => String, { description: "The words of the article; empty where the claim added some." })
  readonly source!: string;

  @Field(() => Boolean, {
    description: "Whether the claim itself says so, by an ellipsis or by square brackets.",
  })
  readonly isMarked!: boolean;
}
