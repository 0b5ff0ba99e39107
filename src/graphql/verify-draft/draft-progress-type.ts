import { Field, Int, ObjectType } from "type-graphql";
import type { DraftProgress } from "../../draft/draft-check.ts";
import { articleBlocks } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { SpanType } from "../article/span-type.ts";
import { DraftQuoteType } from "./draft-quote-type.ts";

@ObjectType("DraftText", { description: "A draft as it was read." })
export class DraftTextType {
  readonly #article: DraftProgress["article"];

  constructor(article: DraftProgress["article"]) {
    this.#article = article;
  }

  @Field(() => String, { nullable: true, description: "The draft's headline; null where it has none." })
  get title(): string | null {
    return this.#article.title;
  }

  @Field(() => String, { description: "All of it: the places of its quotes count in this." })
  get text(): string {
    return this.#article.text;
  }

  @Field(() => [SpanType], { description: "Where its headline and its paragraphs stand in the text." })
  get paragraphs(): readonly Span[] {
    return articleBlocks(this.#article);
  }
}

@ObjectType("DraftProgress", { description: "How far a draft is checked." })
export class DraftProgressType {
  readonly #progress: DraftProgress;
  readonly #summary: string | null;

  constructor(progress: DraftProgress, summary: string | null) {
    this.#progress = progress;
    this.#summary = summary;
  }

  @Field(() => DraftTextType, {
    nullable: true,
    description: "The draft as it was read, with the first event; null later.",
  })
  get draft(): DraftTextType | null {
    // The first event comes before any quote is checked, and no other does.
    return this.#progress.checked === 0 ? new DraftTextType(this.#progress.article) : null;
  }

  @Field(() => [DraftQuoteType], {
    description: "The quotes checked since the event before, in the order of the text.",
  })
  get quotes(): readonly DraftQuoteType[] {
    return this.#progress.quotes.map((quote) => new DraftQuoteType(quote));
  }

  @Field(() => Int, { description: "How many of its quotes are checked by now." })
  get checked(): number {
    return this.#progress.checked;
  }

  @Field(() => Int, { description: "How many are to be checked." })
  get total(): number {
    return this.#progress.total;
  }

  @Field(() => Int, { description: "How many quotes are not checked: of a draft the first thousand are." })
  get unchecked(): number {
    return this.#progress.unchecked;
  }

  @Field(() => String, {
    nullable: true,
    description: "How many quotes there are, and what became of them, with the last event; null before it.",
  })
  get summary(): string | null {
    return this.#summary;
  }
}
