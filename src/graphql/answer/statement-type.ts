import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { quoteText } from "../../model/quote.ts";
import type { Span } from "../../model/span.ts";
import { textFragmentUrl } from "../../model/text-fragment.ts";
import { textSelectors } from "../../model/text-selector.ts";
import type { Statement, StatementVoice } from "../../search/answer/answer.ts";
import { ArticleType } from "../article/article-type.ts";
import { SpanType } from "../article/span-type.ts";
import { TextSelectorType } from "../article/text-selector-type.ts";
import { EntityInterface } from "../entity/entity-interface.ts";
import { toEntityType } from "../entity/to-entity-type.ts";
import { QuoteType } from "../quote/quote-type.ts";
import { StatementVoiceEnum } from "./statement-voice-enum.ts";

@ObjectType("Statement", { description: "What somebody said to a question, with where each word of it stands." })
export class StatementType {
  readonly #statement: Statement;

  constructor(statement: Statement) {
    this.#statement = statement;
  }

  @Field(() => Int, { description: "Its number in `answer.text`, from 1." })
  get marker(): number {
    return this.#statement.marker;
  }

  @Field(() => String, { description: "The sentences that answer, to the letter, joined as those of a quote are." })
  get text(): string {
    return quoteText(this.#statement.article, this.#statement.spans);
  }

  @Field(() => StatementVoiceEnum, { description: "Whether these are the speaker's own words." })
  get voice(): StatementVoice {
    return this.#statement.voice;
  }

  @Field(() => EntityInterface, { nullable: true, description: "Who said it; null where the article does not decide." })
  get speaker(): EntityInterface | null {
    return this.#statement.speaker && toEntityType(this.#statement.speaker);
  }

  @Field(() => [EntityInterface], { description: "Everyone who said it together, `speaker` first." })
  get speakers(): readonly EntityInterface[] {
    return this.#statement.speakers.map(toEntityType);
  }

  @Field(() => QuoteType, {
    description: "The whole quote that it is taken from: its `assertion` tells whether it was said, refused or asked.",
  })
  get quote(): QuoteType {
    return new QuoteType(this.#statement.quote);
  }

  @Field(() => ArticleType, { description: "The article it stands in." })
  get article(): ArticleType {
    return new ArticleType(this.#statement.article);
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: "The article's date, in UTC; null for undated." })
  get publishedAt(): string | null {
    return this.#statement.article.publishedAt;
  }

  @Field(() => [SpanType], { description: "Where the words stand in the article's text." })
  get spans(): readonly Span[] {
    return this.#statement.spans;
  }

  @Field(() => [TextSelectorType], { description: "The same places for citing elsewhere, one selector for each span." })
  get selectors(): readonly TextSelectorType[] {
    return textSelectors(this.#statement.article.text, this.#statement.spans);
  }

  @Field(() => String, {
    nullable: true,
    description:
      "The article's address with a text fragment, so that a browser opens it at the words; null without one.",
  })
  get url(): string | null {
    const { url } = this.#statement.article;
    return url && textFragmentUrl(url, this.selectors);
  }
}
