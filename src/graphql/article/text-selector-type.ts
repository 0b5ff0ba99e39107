import { Field, Int, ObjectType } from "type-graphql";
import type { TextSelector } from "../../model/text-selector.ts";

@ObjectType("TextSelector", {
  description:
    "A place in an article for use outside Verbatim: with the article's url, a citation that any tool of the W3C Web Annotation model can find again. `exact`, `prefix` and `suffix` make a TextQuoteSelector; `start` and `end` a TextPositionSelector.",
})
export class TextSelectorType implements TextSelector {
  @Field(() => String, { description: "The words to the letter." })
  readonly exact!: string;

  @Field(() => String, { description: "Up to 32 characters of what stands before them." })
  readonly prefix!: string;

  @Field(() => String, { description: "Up to 32 characters of what stands behind them." })
  readonly suffix!: string;

  @Field(() => Int, {
    description: "Where the words begin in the article's text, counted in Unicode code points, from 0.",
  })
  readonly start!: number;

  @Field(() => Int, { description: "The offset just behind the words, counted in Unicode code points." })
  readonly end!: number;
}
