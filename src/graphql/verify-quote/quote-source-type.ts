import { Field, ObjectType } from "type-graphql";
import { quoteText } from "../../model/quote.ts";
import { type Span, spanText } from "../../model/span.ts";
import { surroundingSentences } from "../../model/surroundings.ts";
import { textFragmentUrl } from "../../model/text-fragment.ts";
import { textSelectors } from "../../model/text-selector.ts";
import type { QuoteSource, SourceVoice } from "../../search/verify/quote-verification.ts";
import { ArticleType } from "../article/article-type.ts";
import { SpanType } from "../article/span-type.ts";
import { TextSelectorType } from "../article/text-selector-type.ts";
import { QuoteType } from "../quote/quote-type.ts";
import { SourceVoiceEnum } from "./source-voice-enum.ts";

@ObjectType("QuoteSource", { description: "Where words come from: the article, the quote, and the very place." })
export class QuoteSourceType {
  readonly #source: QuoteSource;

  constructor(source: QuoteSource) {
    this.#source = source;
  }

  @Field(() => ArticleType, { description: "The article they stand in." })
  get article(): ArticleType {
    return new ArticleType(this.#source.article);
  }

  @Field(() => QuoteType, {
    nullable: true,
    description:
      "The whole quote that they belong to, with its speaker; null for words that are nobody's quote, and in notes.",
  })
  get quote(): QuoteType | null {
    const { quote, isNote } = this.#source;
    return quote === null || isNote ? null : new QuoteType(quote);
  }

  @Field(() => Boolean, {
    description:
      "Whether it is of the draft's own notes: they are kept nowhere, so that neither the article nor the quote can be asked for again.",
  })
  get isNote(): boolean {
    return this.#source.isNote;
  }

  @Field(() => SourceVoiceEnum, { description: "Whose words the article gives here." })
  get voice(): SourceVoice {
    return this.#source.voice;
  }

  @Field(() => String, { description: "The words as the article has them, joined as those of a quote are." })
  get text(): string {
    return quoteText(this.#source.article, this.#source.spans);
  }

  @Field(() => [SpanType], {
    description: "Where they stand in the article's text: one span for each paragraph and each interruption.",
  })
  get spans(): readonly Span[] {
    return this.#source.spans;
  }

  @Field(() => [TextSelectorType], { description: "The same places for citing elsewhere, one selector for each span." })
  get selectors(): readonly TextSelectorType[] {
    return textSelectors(this.#source.article.text, this.#source.spans);
  }

  @Field(() => String, {
    description: "What stands before them: the rest of their sentence, and the sentence before.",
  })
  get before(): string {
    return this.#around("before");
  }

  @Field(() => String, { description: "What stands behind them: the rest of their sentence, and the next one." })
  get after(): string {
    return this.#around("after");
  }

  @Field(() => String, {
    nullable: true,
    description:
      "The article's address with a text fragment, so that a browser opens it at the words; null without one.",
  })
  get url(): string | null {
    const { url } = this.#source.article;
    return url && textFragmentUrl(url, this.selectors);
  }

  #around(side: "before" | "after"): string {
    const { article, spans } = this.#source;
    return spanText(article.text, surroundingSentences(article, spans)[side]);
  }
}
