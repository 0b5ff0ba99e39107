import { Arg, Args, Ctx, Field, Int, ObjectType } from "type-graphql";
import type { DatedTitle } from "../../model/entity.ts";
import { pageSize } from "../../model/page-size.ts";
import { speakerTopics } from "../../search/topics/speaker-topics.ts";
import type { TimelineUnit } from "../../store/quote-store.ts";
import type { Connection } from "../connection/connection.ts";
import { CorrectionType } from "../correction/correction-type.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { RETRIEVAL_COST } from "../limits/retrieval-cost.ts";
import { NodeInterface } from "../node/node-interface.ts";
import { QuoteConnection } from "../quote/quote-connection.ts";
import type { QuoteType } from "../quote/quote-type.ts";
import { DatedTitleType } from "./dated-title-type.ts";
import { EntityInterface } from "./entity-interface.ts";
import { PeriodCountType } from "./period-count-type.ts";
import { speakerQuotes } from "./speaker-quotes.ts";
import { SpeakerQuotesArguments } from "./speaker-quotes-arguments.ts";
import { TimelineUnitEnum } from "./timeline-unit-enum.ts";
import { TopicType } from "./topic-type.ts";

/** Topics where no number is given: what one takes in at a glance. */
const TOPICS = 8;

@ObjectType("Person", {
  implements: [NodeInterface, EntityInterface],
  description: "A person whom articles mention or quote.",
})
export class PersonType extends EntityInterface {
  @Field(() => [DatedTitleType], {
    description:
      "The titles and roles that articles give, each office once: the current one first, then the others, newest first.",
  })
  get titles(): readonly DatedTitle[] {
    return this.entity.titles;
  }

  @Field(() => String, {
    nullable: true,
    description:
      "The newest title that several articles give; else the newest of all. Null where no article gives one.",
  })
  get currentTitle(): string | null {
    return this.entity.titles[0]?.title ?? null;
  }

  @Field(() => [PersonType], {
    description:
      "Whom a name without a first name may mean, the likeliest first, where neither how common it is nor what stands beside it decides. Empty for everybody else.",
  })
  async mayBe(@Ctx() { loaders }: GraphqlContext): Promise<readonly PersonType[]> {
    const people = await Promise.all(this.entity.mayBe.map((id) => loaders.entities.load(id)));
    return people.filter((person) => person !== null).map((person) => new PersonType(person));
  }

  @Field(() => [String], {
    description:
      "Addresses of pages on the person elsewhere, by the authority file that the index was given; the one at Wikidata first.",
  })
  get sameAs(): readonly string[] {
    return this.entity.authority?.sameAs ?? [];
  }

  @Field(() => String, {
    nullable: true,
    description: "The person's item at Wikidata, such as Q42, by the authority file.",
  })
  get wikidata(): string | null {
    return this.entity.authority?.wikidata ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: "When the person was born, by the authority file: 1961, 1961-08 or 1961-08-04.",
  })
  get born(): string | null {
    return this.entity.authority?.born ?? null;
  }

  @Field(() => CorrectionType, {
    nullable: true,
    description:
      "What people put right last: who is one with this person, or told apart, or the name. Null for nothing.",
  })
  async correction(@Ctx() { loaders }: GraphqlContext): Promise<CorrectionType | null> {
    const [latest] = await loaders.corrections.load(this.entity.id);
    return latest ? new CorrectionType(latest) : null;
  }

  @Field(() => QuoteConnection, { description: "What the person said." })
  quotes(
    @Args(() => SpeakerQuotesArguments) page: SpeakerQuotesArguments,
    @Ctx() context: GraphqlContext,
  ): Promise<Connection<QuoteType>> {
    return speakerQuotes(context, this.entity.id, page);
  }

  @Field(() => [TopicType], {
    complexity: RETRIEVAL_COST,
    description:
      "What the person speaks of most, from their own words in up to 200 of the newest quotes: words and phrases that they use more than the rest of the index.",
  })
  topics(
    @Arg("first", () => Int, { nullable: true, defaultValue: TOPICS, description: "How many to give, from 1 to 100." })
    first: number | null,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<readonly TopicType[]> {
    return speakerTopics(loaders.topicSources, this.entity.id, pageSize(first, TOPICS));
  }

  @Field(() => [PeriodCountType], {
    description: "When the person was quoted and how often, the oldest period first, undated articles last.",
  })
  timeline(
    @Arg("unit", () => TimelineUnitEnum, {
      nullable: true,
      defaultValue: "MONTH",
      description: "How long a period is.",
    })
    unit: TimelineUnit | null,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<readonly PeriodCountType[]> {
    return loaders.timelines(unit ?? "MONTH").load(this.entity.id);
  }
}
