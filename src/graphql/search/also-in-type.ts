import { Ctx, Field, ObjectType } from "type-graphql";
import type { Chunk } from "../../model/chunk.ts";
import type { Span } from "../../model/span.ts";
import { type WordChange, wordChanges } from "../../search/word-changes.ts";
import { ArticleType } from "../article/article-type.ts";
import { SpanType } from "../article/span-type.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { loadArticle } from "../loaders.ts";
import { QuoteType } from "../quote/quote-type.ts";
import { WordChangeType } from "./word-change-type.ts";

@ObjectType("AlsoIn", { description: "Another article that has the words of a hit, or all but a few of them." })
export class AlsoInType {
  readonly #chunk: Chunk;
  readonly #hitText: string;

  constructor(chunk: Chunk, hitText: string) {
    this.#chunk = chunk;
    this.#hitText = hitText;
  }

  @Field(() => ArticleType, { description: "The other article." })
  async article(@Ctx() { loaders }: GraphqlContext): Promise<ArticleType> {
    return new ArticleType(await loadArticle(loaders, this.#chunk.articleId));
  }

  @Field(() => QuoteType, {
    nullable: true,
    description: "The quote there, the first of several; null where they are the article's own words.",
  })
  async quote(@Ctx() { loaders }: GraphqlContext): Promise<QuoteType | null> {
    const [quoteId] = this.#chunk.quoteIds;
    const quote = quoteId === undefined ? null : await loaders.quotes.load(quoteId);
    return quote && new QuoteType(quote);
  }

  @Field(() => String, { description: "The words as they stand there." })
  get text(): string {
    return this.#chunk.text;
  }

  @Field(() => [SpanType], { description: "Where they stand in that article's text." })
  get spans(): readonly Span[] {
    return this.#chunk.spans;
  }

  @Field(() => [WordChangeType], {
    description:
      "How the wording there differs from that of the hit, in order; none where it is the same, word for word.",
  })
  get differences(): readonly WordChange[] {
    return wordChanges(this.#hitText, this.#chunk.text);
  }
}
