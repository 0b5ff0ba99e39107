import { Field, ObjectType } from "type-graphql";
import { dayOf } from "../../model/day.ts";
import type { Entity } from "../../model/entity.ts";
import type { QueryReading } from "../../search/search.ts";
import { EntityInterface } from "../entity/entity-interface.ts";
import { toEntityType } from "../entity/to-entity-type.ts";
import { QueryDateType } from "./query-date-type.ts";
import { QuerySlipType } from "./query-slip-type.ts";
import { SpeakerUseEnum } from "./speaker-use-enum.ts";

@ObjectType("QueryReading", { description: "How a query was understood, to show to whoever asked." })
export class QueryReadingType {
  readonly #reading: QueryReading;

  constructor(reading: QueryReading) {
    this.#reading = reading;
  }

  @Field(() => [String], { description: "The words that are looked for, in any form; question words are left out." })
  get words(): readonly string[] {
    return this.#reading.words;
  }

  @Field(() => [String], { description: "What must stand there word for word: the query has it in quotation marks." })
  get phrases(): readonly string[] {
    return this.#reading.phrases;
  }

  @Field(() => [String], { description: "What must not stand there: the query has it behind a minus." })
  get excluded(): readonly string[] {
    return this.#reading.excluded;
  }

  @Field(() => [EntityInterface], {
    description:
      "Who the query says should speak, by `speaker:` or by name or title as in “what did Orlanov say about…” and “the mayor's view of…”; the most mentioned first.",
  })
  get speakers(): readonly EntityInterface[] {
    return this.#reading.speakers.map((speaker: Entity) => toEntityType(speaker));
  }

  @Field(() => SpeakerUseEnum, { description: "What is made of these speakers." })
  get speakersAre(): QueryReading["speakersAre"] {
    return this.#reading.speakersAre;
  }

  @Field(() => String, {
    nullable: true,
    description:
      "Whoever the query says should speak, where nothing in the index bears that name: then no hit is in their words.",
  })
  get unknownSpeaker(): string | null {
    return this.#reading.unknown;
  }

  @Field(() => [QuerySlipType], { description: "Slips of spelling in the speakers' names that were forgiven." })
  get slips(): readonly QuerySlipType[] {
    return this.#reading.slips;
  }

  @Field(() => [String], { description: "The publishers that the query filters by, with `publisher:`." })
  get publishers(): readonly string[] {
    return this.#reading.publishers;
  }

  @Field(() => Boolean, {
    description:
      "True where the model does not answer for now: the passages were found by their words alone. Ask again for those of like meaning.",
  })
  get byWordsAlone(): boolean {
    return this.#reading.byWordsAlone;
  }

  @Field(() => QueryDateType, { nullable: true, description: "When it was said, as far as the query says so." })
  get date(): QueryDateType | null {
    const { date } = this.#reading;
    return date && { ...date, from: date.from && dayOf(date.from), to: date.to && dayOf(date.to) };
  }
}
