import { Field, Int, ObjectType } from "type-graphql";
import type { DraftCheck } from "../../draft/draft-check.ts";
import { articleBlocks } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { SpanType } from "../article/span-type.ts";
import { DraftQuoteType } from "./draft-quote-type.ts";

@ObjectType("DraftCheck", {
  description: "A draft with everything that is quoted in it, each quote held against the archive.",
})
export class DraftCheckType {
  readonly #check: DraftCheck;

  constructor(check: DraftCheck) {
    this.#check = check;
  }

  @Field(() => String, { description: "How many quotes there are, and what became of them, in a sentence or two." })
  get summary(): string {
    return this.#check.summary;
  }

  @Field(() => String, { nullable: true, description: "The draft's headline; null where it has none." })
  get title(): string | null {
    return this.#check.article.title;
  }

  @Field(() => String, { description: "The draft as it was read: the places of its quotes count in this." })
  get text(): string {
    return this.#check.article.text;
  }

  @Field(() => [SpanType], { description: "Where its headline and its paragraphs stand in the text." })
  get paragraphs(): readonly Span[] {
    return articleBlocks(this.#check.article);
  }

  @Field(() => [DraftQuoteType], { description: "Its quotes, in the order of the text." })
  get quotes(): readonly DraftQuoteType[] {
    return this.#check.quotes.map((quote) => new DraftQuoteType(quote));
  }

  @Field(() => Int, { description: "How many quotes need a look before the draft prints." })
  get needingALook(): number {
    return this.#check.quotes.filter(({ needsALook }) => needsALook).length;
  }

  @Field(() => Int, { description: "How many quotes were not checked: of a draft the first thousand are." })
  get unchecked(): number {
    return this.#check.unchecked;
  }
}
