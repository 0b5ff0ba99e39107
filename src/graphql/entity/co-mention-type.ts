import { Ctx, Field, Int, ObjectType } from "type-graphql";
import { VerbatimError } from "../../errors.ts";
import type { CoMention } from "../../store/quote-store.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { EntityInterface } from "./entity-interface.ts";
import { toEntityType } from "./to-entity-type.ts";

@ObjectType("CoMention", { description: "Another person, organization or place that one is mentioned with." })
export class CoMentionType {
  readonly #coMention: CoMention;

  constructor(coMention: CoMention) {
    this.#coMention = coMention;
  }

  @Field(() => EntityInterface, { description: "The other." })
  async entity(@Ctx() { loaders }: GraphqlContext): Promise<EntityInterface> {
    const entity = await loaders.entities.load(this.#coMention.entityId);
    if (entity !== null) return toEntityType(entity);
    throw new VerbatimError(
      "ARTICLE_NOT_FOUND",
      "An article left the index while the answer was put together. Ask again.",
    );
  }

  @Field(() => Int, { description: "How many of its quotes mention the other: who speaks of whom." })
  get spokenOf(): number {
    return this.#coMention.spokenOf;
  }

  @Field(() => Int, { description: "How many quotes of the other mention it." })
  get spokenBy(): number {
    return this.#coMention.spokenBy;
  }

  @Field(() => Int, { description: "How many articles mention both." })
  get articles(): number {
    return this.#coMention.articles;
  }
}
