import { GraphQLDateTime } from "graphql-scalars";
import { Ctx, Field, ID, ObjectType } from "type-graphql";
import { type Correction, type CorrectionKind, correctedWords } from "../../model/correction.ts";
import { describeCorrection } from "../../model/describe-correction.ts";
import { toGlobalId } from "../../model/global-id.ts";
import type { Assertion } from "../../model/quote.ts";
import type { TextSelector } from "../../model/text-selector.ts";
import { ArticleType } from "../article/article-type.ts";
import { TextSelectorType } from "../article/text-selector-type.ts";
import { EntityInterface } from "../entity/entity-interface.ts";
import { toEntityType } from "../entity/to-entity-type.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { NodeInterface } from "../node/node-interface.ts";
import { AssertionEnum } from "../quote/assertion-enum.ts";
import { QuoteType } from "../quote/quote-type.ts";
import { CorrectionKindEnum } from "./correction-kind-enum.ts";
import { SignedType } from "./signed-type.ts";

@ObjectType("Correction", {
  implements: NodeInterface,
  description:
    "Something that people put right. It is tied to words and names, so that it stays right when an article is indexed again.",
})
export class CorrectionType implements NodeInterface {
  readonly #correction: Correction;

  constructor(correction: Correction) {
    this.#correction = correction;
  }

  @Field(() => ID, { description: "Goes into `undoCorrection(id:)` and `node(id:)`." })
  get id(): string {
    return toGlobalId("Correction", this.#correction.id);
  }

  @Field(() => CorrectionKindEnum, { description: "What was put right." })
  get kind(): CorrectionKind {
    return this.#correction.change.kind;
  }

  @Field(() => String, {
    description:
      "What to show beside it: “corrected on 2 June 2031 by Edda: put to Tom Okafor, before to Lena Marsh”; where it was undone with when and by whom.",
  })
  get sentence(): string {
    return describeCorrection(this.#correction);
  }

  @Field(() => GraphQLDateTime, { description: "When it was made, in UTC." })
  get at(): string {
    return this.#correction.at;
  }

  @Field(() => String, { description: "Who made it: the name that goes with the token." })
  get by(): string {
    return this.#correction.by;
  }

  @Field(() => String, { nullable: true, description: "Why, in the words of who made it." })
  get reason(): string | null {
    return this.#correction.reason;
  }

  @Field(() => [String], {
    description: "The names before: of who was said to have said the quote, or of the people who were put right.",
  })
  get namesBefore(): readonly string[] {
    return this.#correction.before.names;
  }

  @Field(() => AssertionEnum, {
    nullable: true,
    description: "What the article was said to make of the quote before; null for people.",
  })
  get assertionBefore(): Assertion | null {
    return this.#correction.before.assertion;
  }

  @Field(() => [TextSelectorType], {
    description: "The words that it is about, by which they are found again; none for people.",
  })
  get selectors(): readonly TextSelector[] {
    return correctedWords(this.#correction.change)?.selectors ?? [];
  }

  @Field(() => ArticleType, {
    nullable: true,
    description: "The article of the words; null for people, and while the article is not in the index.",
  })
  async article(@Ctx() { loaders }: GraphqlContext): Promise<ArticleType | null> {
    const words = correctedWords(this.#correction.change);
    const article = words && (await loaders.articles.load(words.articleId));
    return article && new ArticleType(article);
  }

  @Field(() => QuoteType, {
    nullable: true,
    description:
      "The quote as it is now; null for people, for one that is hidden, and where it is found in other words today.",
  })
  async quote(@Ctx() { loaders }: GraphqlContext): Promise<QuoteType | null> {
    const words = correctedWords(this.#correction.change);
    const quote = words && (await loaders.quotes.load(words.quoteId));
    return quote && new QuoteType(quote);
  }

  @Field(() => [EntityInterface], {
    description: "Whom it leads to: the speaker, the one whom several are, those told apart, the one called otherwise.",
  })
  async people(@Ctx() { loaders }: GraphqlContext): Promise<readonly EntityInterface[]> {
    const people = await Promise.all(idsOf(this.#correction).map((id) => loaders.entities.load(id)));
    return people.filter((person) => person !== null).map(toEntityType);
  }

  @Field(() => SignedType, { nullable: true, description: "When and by whom it was undone; null while it stands." })
  get undone(): SignedType | null {
    return this.#correction.undone;
  }
}

function idsOf({ change }: Correction): readonly string[] {
  switch (change.kind) {
    case "SPEAKER":
      return [change.speaker.id];
    case "MERGED":
      return [change.into.id];
    case "SPLIT":
      return [change.into.id, change.from.id];
    case "RENAMED":
      return [change.person.id];
    default:
      return [];
  }
}
