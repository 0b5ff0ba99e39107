import { Field, Float, ObjectType } from "type-graphql";
import type { QuoteVerdict, QuoteVerification } from "../../search/verify/quote-verification.ts";
import { DiffSegmentType } from "./diff-segment-type.ts";
import { QuoteChangeType } from "./quote-change-type.ts";
import { QuoteSourceType } from "./quote-source-type.ts";
import { QuoteVerdictEnum } from "./quote-verdict-enum.ts";

@ObjectType("QuoteVerification", { description: "Whether words were ever said, by whom, and what was changed." })
export class QuoteVerificationType {
  readonly #verification: QuoteVerification;

  constructor(verification: QuoteVerification) {
    this.#verification = verification;
  }

  @Field(() => QuoteVerdictEnum, { description: "The outcome in a word." })
  get verdict(): QuoteVerdict {
    return this.#verification.verdict;
  }

  @Field(() => String, {
    description: "The outcome in a sentence or two, for a reader; what stands in quotation marks is to the letter.",
  })
  get summary(): string {
    return this.#verification.summary;
  }

  @Field(() => Float, {
    description:
      "Which share of their words claim and source have in common, from 0 to 1, words that carry matter counting most; 0 where only the meaning is near.",
  })
  get similarity(): number {
    return this.#verification.similarity;
  }

  @Field(() => Float, {
    nullable: true,
    description: "How near the meaning is, as a cosine up to 1; null where the words decided.",
  })
  get meaning(): number | null {
    return this.#verification.meaning;
  }

  @Field(() => Boolean, {
    description:
      "Whether only the words were looked for, and nothing that says the same in others, since the model did not answer. Ask again in a moment.",
  })
  get byWordsAlone(): boolean {
    return this.#verification.byWordsAlone;
  }

  @Field(() => QuoteSourceType, {
    nullable: true,
    description: "Where the words come from, or those they were made of; null for what stands nowhere.",
  })
  get source(): QuoteSourceType | null {
    return this.#verification.source && new QuoteSourceType(this.#verification.source);
  }

  @Field(() => [QuoteSourceType], {
    description: "Up to five other articles that have it just as well; `source` is the oldest of them.",
  })
  get alsoIn(): readonly QuoteSourceType[] {
    return this.#verification.alsoIn.map((source) => new QuoteSourceType(source));
  }

  @Field(() => [QuoteSourceType], {
    description:
      "Where the verdict is DISPUTED: up to five places, beside `source`, that have the words only to deny, refuse or suppose them.",
  })
  get disputedBy(): readonly QuoteSourceType[] {
    return this.#verification.disputedBy.map((source) => new QuoteSourceType(source));
  }

  @Field(() => [DiffSegmentType], {
    description: "The pasted words beside the source's, stretch by stretch; empty where the words were not found.",
  })
  get diff(): readonly DiffSegmentType[] {
    return this.#verification.diff;
  }

  @Field(() => [QuoteChangeType], { description: "What differs, in the order of the pasted words." })
  get changes(): readonly QuoteChangeType[] {
    return this.#verification.changes;
  }
}
