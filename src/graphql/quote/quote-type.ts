import { Arg, Ctx, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { toGlobalId } from "../../model/global-id.ts";
import { pageSize } from "../../model/page-size.ts";
import { type Quote, type QuoteKind, quoteText } from "../../model/quote.ts";
import { type Span, spanText } from "../../model/span.ts";
import { textSelectors } from "../../model/text-selector.ts";
import { ArticleType } from "../article/article-type.ts";
import { SpanType } from "../article/span-type.ts";
import { TextSelectorType } from "../article/text-selector-type.ts";
import { EntityInterface } from "../entity/entity-interface.ts";
import { toEntityType } from "../entity/to-entity-type.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { loadArticle } from "../loaders.ts";
import { NodeInterface } from "../node/node-interface.ts";
import { SearchHitType } from "../search/search-hit-type.ts";
import { QuoteKindEnum } from "./quote-kind-enum.ts";

/** Hits of `similar` where `first` is not given: what fits on a screen beside the quote. */
const SIMILAR_COUNT = 5;

@ObjectType("Quote", {
  implements: NodeInterface,
  description: "One statement that an article puts to somebody, with where each of its words stands.",
})
export class QuoteType implements NodeInterface {
  readonly #quote: Quote;

  constructor(quote: Quote) {
    this.#quote = quote;
  }

  @Field(() => ID, { description: "Goes into `quote(id:)` and `node(id:)`." })
  get id(): string {
    return toGlobalId("Quote", this.#quote.id);
  }

  @Field(() => String, {
    description:
      "The words, without the outer marks and dashes: the spans joined by a blank line where a paragraph ends, and by a space where only the cue stood between.",
  })
  async text(@Ctx() { loaders }: GraphqlContext): Promise<string> {
    return quoteText(await loadArticle(loaders, this.#quote.articleId), this.#quote.spans);
  }

  @Field(() => QuoteKindEnum, { description: "How the article gives the words." })
  get kind(): QuoteKind {
    return this.#quote.kind;
  }

  @Field(() => [SpanType], {
    description:
      "Where the words stand in the article's text, one span for each paragraph and each part of a split quote; `article.text.slice(start, end)` is that part to the letter.",
  })
  get spans(): readonly Span[] {
    return this.#quote.spans;
  }

  @Field(() => EntityInterface, { nullable: true, description: "Who said it; null where the article does not decide." })
  async speaker(@Ctx() { loaders }: GraphqlContext): Promise<EntityInterface | null> {
    const { speakerId } = this.#quote;
    const entity = speakerId === null ? null : await loaders.entities.load(speakerId);
    return entity && toEntityType(entity);
  }

  @Field(() => String, {
    nullable: true,
    description: 'The words that name the speaker of this quote, such as "the minister" or "she"; null without any.',
  })
  speakerMention(@Ctx() context: GraphqlContext): Promise<string | null> {
    return this.#wordsAt(this.#quote.speakerMention, context);
  }

  @Field(() => String, {
    nullable: true,
    description: 'The words that introduce it, such as "said" or "according to"; null without any.',
  })
  cue(@Ctx() context: GraphqlContext): Promise<string | null> {
    return this.#wordsAt(this.#quote.cue, context);
  }

  @Field(() => Float, { description: "How likely the speaker, or that there is none, is right: 0 to 1." })
  get confidence(): number {
    return this.#quote.confidence;
  }

  @Field(() => ArticleType, { description: "The article it stands in." })
  async article(@Ctx() { loaders }: GraphqlContext): Promise<ArticleType> {
    return new ArticleType(await loadArticle(loaders, this.#quote.articleId));
  }

  @Field(() => [TextSelectorType], {
    description: "Where the words stand, for citing them elsewhere with the article's url: one selector for each span.",
  })
  async selectors(@Ctx() { loaders }: GraphqlContext): Promise<readonly TextSelectorType[]> {
    return textSelectors((await loadArticle(loaders, this.#quote.articleId)).text, this.#quote.spans);
  }

  @Field(() => [SearchHitType], {
    description: "What is nearest in meaning, nearest first; the quote itself left out.",
  })
  async similar(
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: SIMILAR_COUNT,
      description: "How many to give, from 1 to 100.",
    })
    first: number | null,
    @Ctx() { search }: GraphqlContext,
  ): Promise<readonly SearchHitType[]> {
    const hits = await search.similar(this.#quote.id, pageSize(first, SIMILAR_COUNT));
    return hits.map((hit) => new SearchHitType(hit));
  }

  async #wordsAt(span: Span | null, { loaders }: GraphqlContext): Promise<string | null> {
    return span && spanText((await loadArticle(loaders, this.#quote.articleId)).text, span);
  }
}
