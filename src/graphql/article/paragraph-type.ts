import { Field, Int, ObjectType } from "type-graphql";
import type { Article } from "../../model/article.ts";
import { type Span, spanText } from "../../model/span.ts";
import { SpanType } from "./span-type.ts";

@ObjectType("Paragraph", {
  description: "A paragraph of an article's body. Page furniture, such as a call to follow the paper, is in none.",
})
export class ParagraphType {
  @Field(() => String, { description: "Its words to the letter." })
  readonly text!: string;

  @Field(() => Int, { description: "Its place in the article, from 0." })
  readonly index!: number;

  @Field(() => SpanType, { description: "Where it stands in the article's text." })
  readonly span!: Span;
}

/** The paragraphs from index `from` to before `to`; indices outside of the article are passed over. */
export function paragraphsOf(article: Article, from = 0, to = article.paragraphs.length): readonly ParagraphType[] {
  const first = Math.max(0, from);
  return article.paragraphs
    .slice(first, Math.max(first, to))
    .map((span, i) => ({ text: spanText(article.text, span), index: first + i, span }));
}
