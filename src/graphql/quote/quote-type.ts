import { Arg, Ctx, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { toGlobalId } from "../../model/global-id.ts";
import { pageSize } from "../../model/page-size.ts";
import {
  type Assertion,
  isSureOfSpeaker,
  type Quote,
  type QuoteKind,
  quoteText,
  type Reported,
  speakersOf,
} from "../../model/quote.ts";
import { type MediaMoment, momentOf } from "../../model/recording.ts";
import { type Span, spanText } from "../../model/span.ts";
import { textSelectors } from "../../model/text-selector.ts";
import { ArticleType } from "../article/article-type.ts";
import { MediaType } from "../article/media-type.ts";
import { SpanType } from "../article/span-type.ts";
import { TextSelectorType } from "../article/text-selector-type.ts";
import { CorrectionType } from "../correction/correction-type.ts";
import { EntityInterface } from "../entity/entity-interface.ts";
import { toEntityType } from "../entity/to-entity-type.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { RETRIEVAL_COST } from "../limits/retrieval-cost.ts";
import { type Loaders, loadArticle } from "../loaders.ts";
import { NodeInterface } from "../node/node-interface.ts";
import { SearchHitType } from "../search/search-hit-type.ts";
import { AssertionEnum } from "./assertion-enum.ts";
import { QuoteKindEnum } from "./quote-kind-enum.ts";
import { ReportedEnum } from "./reported-enum.ts";
import { SentenceType } from "./sentence-type.ts";

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

  @Field(() => EntityInterface, {
    nullable: true,
    description:
      "Who said it, the first where several did; null where the article does not decide. Say “perhaps” of one who is not `isSpeakerSure`.",
  })
  async speaker(@Ctx() { loaders }: GraphqlContext): Promise<EntityInterface | null> {
    return entityOf(this.#quote.speakerId, loaders);
  }

  @Field(() => [EntityInterface], {
    description:
      "Everyone who said it together (“Okafor and Brandt said”), `speaker` first; empty where nobody is named.",
  })
  async speakers(@Ctx() { loaders }: GraphqlContext): Promise<readonly EntityInterface[]> {
    const speakers = await Promise.all(speakersOf(this.#quote).map((id) => entityOf(id, loaders)));
    return speakers.filter((speaker) => speaker !== null);
  }

  @Field(() => EntityInterface, {
    nullable: true,
    description:
      "For whom the speaker, named or not, speaks: a spokesman for Marsh speaks for Marsh, whose words these are not. Null for those who speak for themselves.",
  })
  async onBehalfOf(@Ctx() { loaders }: GraphqlContext): Promise<EntityInterface | null> {
    return entityOf(this.#quote.onBehalfOfId, loaders);
  }

  @Field(() => AssertionEnum, {
    description: "Whether the article has it as said, or as denied, refused, supposed or asked: never show it without.",
  })
  get assertion(): Assertion {
    return this.#quote.assertion;
  }

  @Field(() => ReportedEnum, { description: "Whether something was said, or only an attitude is told of." })
  get reports(): Reported {
    return this.#quote.reports;
  }

  @Field(() => SentenceType, {
    description:
      "The whole sentence or sentences of the words, with the verb that governs them: show an INDIRECT or MIXED quote in it, for by itself it may say the opposite (“refused to …”). Of words over several paragraphs, that of the first.",
  })
  async sentence(@Ctx() { loaders }: GraphqlContext): Promise<SentenceType> {
    const { articleId, sentence } = this.#quote;
    return { ...sentence, text: spanText((await loadArticle(loaders, articleId)).text, sentence) };
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

  @Field(() => Boolean, {
    description: "Whether `confidence` is enough to name the speaker outright. Below, say “perhaps” before the name.",
  })
  get isSpeakerSure(): boolean {
    return isSureOfSpeaker(this.#quote);
  }

  @Field(() => CorrectionType, {
    nullable: true,
    description:
      "What people put right in it last: show its `sentence`. Null for a quote that is told as it was found.",
  })
  async correction(@Ctx() { loaders }: GraphqlContext): Promise<CorrectionType | null> {
    const [latest] = await loaders.corrections.load(this.#quote.id);
    return latest ? new CorrectionType(latest) : null;
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

  @Field(() => MediaType, {
    nullable: true,
    description: "When the words are heard in the recording; null for what is no transcript with times.",
  })
  async media(@Ctx() { loaders }: GraphqlContext): Promise<MediaMoment | null> {
    return momentOf((await loadArticle(loaders, this.#quote.articleId)).recording, this.#quote.spans);
  }

  @Field(() => [SearchHitType], {
    complexity: RETRIEVAL_COST,
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

async function entityOf(id: string | null, { entities }: Loaders): Promise<EntityInterface | null> {
  const entity = id === null ? null : await entities.load(id);
  return entity && toEntityType(entity);
}
