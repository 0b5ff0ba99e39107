import { Arg, Ctx, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { VerbatimError } from "../../errors.ts";
import type { Article } from "../../model/article.ts";
import type { ChunkKind } from "../../model/chunk.ts";
import { toGlobalId } from "../../model/global-id.ts";
import type { Highlight, Hit, ScoreTrace } from "../../model/hit.ts";
import { type MediaMoment, momentOf } from "../../model/recording.ts";
import type { Span } from "../../model/span.ts";
import { textSelectors } from "../../model/text-selector.ts";
import { ArticleType } from "../article/article-type.ts";
import { MediaType } from "../article/media-type.ts";
import { ParagraphType, paragraphsOf } from "../article/paragraph-type.ts";
import { SpanType } from "../article/span-type.ts";
import { TextSelectorType } from "../article/text-selector-type.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { SENTENCES_COST } from "../limits/retrieval-cost.ts";
import { loadArticle } from "../loaders.ts";
import { NodeInterface } from "../node/node-interface.ts";
import { QuoteType } from "../quote/quote-type.ts";
import { AlsoInType } from "./also-in-type.ts";
import { ChunkKindEnum } from "./chunk-kind-enum.ts";
import { HighlightType } from "./highlight-type.ts";
import { ScoreTraceType } from "./score-trace-type.ts";

/** The most paragraphs to read on to either side of a hit; whoever wants more wants `article.paragraphs`. */
const MAX_NEIGHBOURS = 20;
const NEIGHBOURS = 1;

const NEIGHBOUR_COUNT = {
  nullable: true,
  defaultValue: NEIGHBOURS,
  description: `How many, from 0 to ${MAX_NEIGHBOURS}.`,
} as const;

@ObjectType("SearchHit", {
  implements: NodeInterface,
  description:
    "A passage that a search found, to be read by itself: the sentences in which something is said, with who says it, a turn of a transcript, or sentences in which nobody says anything. Asked for again by `node(id:)` it has the score 0 and an empty trace, for no search gave it.",
})
export class SearchHitType implements NodeInterface {
  readonly #hit: Hit;

  constructor(hit: Hit) {
    this.#hit = hit;
  }

  @Field(() => ID, { description: "Goes into `node(id:)`." })
  get id(): string {
    return toGlobalId("SearchHit", this.#hit.chunk.id);
  }

  @Field(() => Float, {
    description:
      "How well it answers, as log-odds: the higher, the likelier, and below 0 is common. Comparable within one search only; the trace tells why.",
  })
  get score(): number {
    return this.#hit.score;
  }

  @Field(() => ScoreTraceType, { description: "Which signals found it, and what each adds to the score." })
  get trace(): ScoreTrace {
    return this.#hit.trace;
  }

  @Field(() => String, {
    description:
      "The words of the passage, to the letter. What is said in it is in `quotes`, and may be denied: see `quote.assertion`.",
  })
  get text(): string {
    return this.#hit.chunk.text;
  }

  @Field(() => ChunkKindEnum, { description: "Whether anybody says anything in it." })
  get kind(): ChunkKind {
    return this.#hit.chunk.kind;
  }

  @Field(() => [HighlightType], { description: "The words of `text` that the query shares, and its phrases." })
  get highlights(): readonly Highlight[] {
    return this.#hit.highlights;
  }

  @Field(() => HighlightType, {
    complexity: SENTENCES_COST,
    nullable: true,
    description:
      "The sentence of `text` that is nearest to the query in meaning; null where the search went by words alone, and for a text of one sentence. The model reads every sentence for it: some 3 ms each.",
  })
  async nearestSentence(): Promise<Highlight | null> {
    return (await this.#hit.nearestSentence?.()) ?? null;
  }

  @Field(() => [AlsoInType], {
    description: "Other articles with the same words, or all but a few of them, that match too: no hits of their own.",
  })
  get alsoIn(): readonly AlsoInType[] {
    return this.#hit.alsoIn.map((chunk) => new AlsoInType(chunk, this.#hit.chunk.text));
  }

  @Field(() => [SpanType], { description: "Where the words stand in the article's text." })
  get spans(): readonly Span[] {
    return this.#hit.chunk.spans;
  }

  @Field(() => QuoteType, {
    nullable: true,
    description: "The first of `quotes`; null for the article's own words.",
  })
  async quote(@Ctx() { loaders }: GraphqlContext): Promise<QuoteType | null> {
    const [quoteId] = this.#hit.quoteIds;
    const quote = quoteId === undefined ? null : await loaders.quotes.load(quoteId);
    return quote && new QuoteType(quote);
  }

  @Field(() => [QuoteType], {
    description:
      "The whole quotes that have words in the passage and that the filter lets through, with their speakers: those of whom the query names first, else in text order. Their `spans` say where in the article their words stand.",
  })
  async quotes(@Ctx() { loaders }: GraphqlContext): Promise<readonly QuoteType[]> {
    const quotes = await Promise.all(this.#hit.quoteIds.map((id) => loaders.quotes.load(id)));
    return quotes.flatMap((quote) => (quote === null ? [] : [new QuoteType(quote)]));
  }

  @Field(() => ArticleType, { description: "The article it stands in." })
  async article(@Ctx() context: GraphqlContext): Promise<ArticleType> {
    return new ArticleType(await this.#article(context));
  }

  @Field(() => ParagraphType, {
    nullable: true,
    description: "The whole paragraph it stands in; null for a hit in the title.",
  })
  async paragraph(@Ctx() context: GraphqlContext): Promise<ParagraphType | null> {
    const { paragraph } = this.#hit.chunk;
    return paragraphsOf(await this.#article(context), paragraph, paragraph + 1)[0] ?? null;
  }

  @Field(() => [ParagraphType], { description: "The paragraphs just before its own, in reading order." })
  async before(
    @Arg("count", () => Int, NEIGHBOUR_COUNT) count: number | null,
    @Ctx() context: GraphqlContext,
  ): Promise<readonly ParagraphType[]> {
    const { paragraph } = this.#hit.chunk;
    return paragraphsOf(await this.#article(context), paragraph - neighbours(count), paragraph);
  }

  @Field(() => [ParagraphType], { description: "The paragraphs just behind its own, in reading order." })
  async after(
    @Arg("count", () => Int, NEIGHBOUR_COUNT) count: number | null,
    @Ctx() context: GraphqlContext,
  ): Promise<readonly ParagraphType[]> {
    const { paragraph } = this.#hit.chunk;
    return paragraphsOf(await this.#article(context), paragraph + 1, paragraph + 1 + neighbours(count));
  }

  @Field(() => [TextSelectorType], {
    description: "Where the words stand, for citing them elsewhere with the article's url: one selector for each span.",
  })
  async selectors(@Ctx() context: GraphqlContext): Promise<readonly TextSelectorType[]> {
    return textSelectors((await this.#article(context)).text, this.#hit.chunk.spans);
  }

  @Field(() => MediaType, {
    nullable: true,
    description: "When these words are heard in the recording; null for what is no transcript with times.",
  })
  async media(@Ctx() context: GraphqlContext): Promise<MediaMoment | null> {
    return momentOf((await this.#article(context)).recording, this.#hit.chunk.spans);
  }

  #article({ loaders }: GraphqlContext): Promise<Article> {
    return loadArticle(loaders, this.#hit.chunk.articleId);
  }
}

function neighbours(count: number | null): number {
  const paragraphs = count ?? NEIGHBOURS;
  if (paragraphs >= 0 && paragraphs <= MAX_NEIGHBOURS) return paragraphs;
  throw new VerbatimError("BAD_INPUT", `\`count\` is ${paragraphs}, and must be from 0 to ${MAX_NEIGHBOURS}.`);
}
