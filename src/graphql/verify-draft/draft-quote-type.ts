import { Field, Int, ObjectType } from "type-graphql";
import type { CheckedQuote } from "../../draft/draft-check.ts";
import type { EntityKind } from "../../model/entity.ts";
import type { QuoteKind } from "../../model/quote.ts";
import type { Span } from "../../model/span.ts";
import type { QuoteVerdict } from "../../search/verify/quote-verification.ts";
import { saidBy } from "../../search/verify/said-by.ts";
import { SpanType } from "../article/span-type.ts";
import { EntityInterface } from "../entity/entity-interface.ts";
import { EntityKindEnum } from "../entity/entity-kind-enum.ts";
import { toEntityType } from "../entity/to-entity-type.ts";
import { QuoteKindEnum } from "../quote/quote-kind-enum.ts";
import { QuoteChangeType } from "../verify-quote/quote-change-type.ts";
import { QuoteSourceType } from "../verify-quote/quote-source-type.ts";
import { QuoteVerdictEnum } from "../verify-quote/quote-verdict-enum.ts";
import { QuoteVerificationType } from "../verify-quote/quote-verification-type.ts";
import { QuotedThingEnum } from "./quoted-thing-enum.ts";

@ObjectType("DraftQuote", {
  description: "A quote of a draft: where it stands, whom the draft gives it to, and what became of it.",
})
export class DraftQuoteType {
  readonly #checked: CheckedQuote;

  constructor(checked: CheckedQuote) {
    this.#checked = checked;
  }

  @Field(() => String, { description: "Its words as the draft has them, joined as those of any quote." })
  get text(): string {
    return this.#checked.text;
  }

  @Field(() => Int, { description: "Where its first words begin in `DraftCheck.text`, in UTF-16 code units." })
  get start(): number {
    return this.#checked.quote.spans[0]?.start ?? 0;
  }

  @Field(() => Int, { description: "Where its last words end." })
  get end(): number {
    return this.#checked.quote.spans.at(-1)?.end ?? 0;
  }

  @Field(() => [SpanType], {
    description: "Where its words stand in the draft: one span for each paragraph and each interruption.",
  })
  get spans(): readonly Span[] {
    return this.#checked.quote.spans;
  }

  @Field(() => QuoteKindEnum, { description: "How the draft gives the words." })
  get kind(): QuoteKind {
    return this.#checked.quote.kind;
  }

  @Field(() => String, {
    nullable: true,
    description: "Whom the draft gives it to, by the fullest name that it has; null where it names nobody.",
  })
  get speaker(): string | null {
    return this.#checked.speaker;
  }

  @Field(() => EntityKindEnum, { nullable: true, description: "What that is; null where it names nobody." })
  get speakerKind(): EntityKind | null {
    return this.#checked.speakerKind;
  }

  @Field(() => String, {
    nullable: true,
    description: "The draft's own words for the speaker here, such as “she”; null for none.",
  })
  get speakerMention(): string | null {
    return this.#checked.mention;
  }

  @Field(() => [EntityInterface], {
    description:
      "Who said it in the source; none where that does not decide. `source.quote.isSpeakerSure` tells how sure it is.",
  })
  get saidBy(): readonly EntityInterface[] {
    return this.#checked.verification.speakers.map(toEntityType);
  }

  @Field(() => String, {
    nullable: true,
    description: "The same in words, with “perhaps” where the source leaves it open; null where it does not decide.",
  })
  get saidByInWords(): string | null {
    return saidBy(this.#checked.verification);
  }

  @Field(() => QuotedThingEnum, { description: "Whether it is speech at all." })
  get quoted(): CheckedQuote["isOf"] {
    return this.#checked.isOf;
  }

  @Field(() => QuoteVerdictEnum, {
    description:
      "What became of it. That of `verifyQuote` for its words; an account that keeps the sense is PARAPHRASED, whatever its words.",
  })
  get verdict(): QuoteVerdict {
    return this.#checked.verdict;
  }

  @Field(() => Boolean, {
    description:
      "Whether somebody should look at it before it prints: false for what was said in these words, for changes that the draft marks, for an account that keeps the sense, for words of a document that are not found, for a likely speaker, and for what the draft denies, refuses or supposes. True again for words that the draft denies and an article has as said.",
  })
  get needsALook(): boolean {
    return this.#checked.needsALook;
  }

  @Field(() => String, { description: "The outcome in a sentence or two, for a reader." })
  get summary(): string {
    return this.#checked.summary;
  }

  @Field(() => [QuoteChangeType], { description: "What differs from the source, in the order of the draft's words." })
  get changes(): readonly QuoteChangeType[] {
    return this.#checked.verification.changes;
  }

  @Field(() => QuoteSourceType, {
    nullable: true,
    description: "Where the words come from, or those they were made of; null for what stands nowhere.",
  })
  get source(): QuoteSourceType | null {
    const { source } = this.#checked.verification;
    return source && new QuoteSourceType(source);
  }

  @Field(() => QuoteVerificationType, {
    description:
      "All that `verifyQuote` tells of its words, without what the draft around them means for the verdict; of a speech of more than 2,000 characters that of the part that decides.",
  })
  get verification(): QuoteVerificationType {
    return new QuoteVerificationType(this.#checked.verification);
  }
}
