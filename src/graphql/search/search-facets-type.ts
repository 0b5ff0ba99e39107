import { Arg, Ctx, Field, Int, ObjectType } from "type-graphql";
import type { FacetName, FacetValue } from "../../model/facet.ts";
import { NODE_TYPE_OF_ENTITY, toGlobalId } from "../../model/global-id.ts";
import { pageSize } from "../../model/page-size.ts";
import type { SearchResult } from "../../search/search.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import type { Loaders } from "../loaders.ts";
import { FacetType, type FacetValueType } from "./facet-type.ts";

/** Values of a facet where `first` is not given: what one chooses from at a glance. */
const FACET_SIZE = 10;

const HOW_MANY = { nullable: true, defaultValue: FACET_SIZE, description: "How many values, from 1 to 100." } as const;

@ObjectType("SearchFacets", {
  description: "How all the passages that a search matches divide: by each value, that of the filter which keeps them.",
})
export class SearchFacetsType {
  readonly #count: SearchResult["facet"];

  constructor(count: SearchResult["facet"]) {
    this.#count = count;
  }

  @Field(() => FacetType, {
    description: "Who says something in them; several who speak count each. A `value` goes into `filter.speaker`.",
  })
  speakers(
    @Arg("first", () => Int, HOW_MANY) first: number | null,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<FacetType> {
    return this.#entityFacet("speakers", first, loaders);
  }

  @Field(() => FacetType, {
    description: "For whom something is said in them, as by spokesmen. A `value` goes into `filter.onBehalfOf`.",
  })
  onBehalfOf(
    @Arg("first", () => Int, HOW_MANY) first: number | null,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<FacetType> {
    return this.#entityFacet("onBehalfOf", first, loaders);
  }

  @Field(() => FacetType, {
    description:
      "Whether the articles have what is said in them as said, denied, refused, supposed or asked: for `filter.assertions`.",
  })
  assertions(@Arg("first", () => Int, HOW_MANY) first: number | null): Promise<FacetType> {
    return this.#plainFacet("assertions", first);
  }

  @Field(() => FacetType, { description: "Whether words or attitudes are told of in them: for `filter.reports`." })
  reports(@Arg("first", () => Int, HOW_MANY) first: number | null): Promise<FacetType> {
    return this.#plainFacet("reports", first);
  }

  @Field(() => FacetType, { description: "Who published them. A `value` goes into `filter.publisher`." })
  publishers(@Arg("first", () => Int, HOW_MANY) first: number | null): Promise<FacetType> {
    return this.#plainFacet("publishers", first);
  }

  @Field(() => FacetType, {
    description:
      "What is in them: a kind of quote, which goes into `filter.quoteKinds`, or PARAGRAPH, which goes into `kinds`.",
  })
  kinds(@Arg("first", () => Int, HOW_MANY) first: number | null): Promise<FacetType> {
    return this.#plainFacet("kinds", first);
  }

  @Field(() => FacetType, {
    description: "In which month they were published, in UTC. `filter.publishedFrom` and `publishedTo` keep one.",
  })
  months(@Arg("first", () => Int, HOW_MANY) first: number | null): Promise<FacetType> {
    return this.#plainFacet("months", first);
  }

  @Field(() => FacetType, {
    description:
      "Which people and organizations their words mention; several count each. A `value` goes into `filter.mentions`.",
  })
  entities(
    @Arg("first", () => Int, HOW_MANY) first: number | null,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<FacetType> {
    return this.#entityFacet("entities", first, loaders);
  }

  @Field(() => FacetType, {
    description: "Which places their words mention; several count each. A `value` goes into `filter.place`.",
  })
  places(
    @Arg("first", () => Int, HOW_MANY) first: number | null,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<FacetType> {
    return this.#entityFacet("places", first, loaders);
  }

  async #plainFacet(name: FacetName, first: number | null): Promise<FacetType> {
    const facet = await this.#count(name, pageSize(first, FACET_SIZE));
    return { ...facet, values: facet.values.map((value) => ({ ...value, label: value.value })) };
  }

  async #entityFacet(name: FacetName, first: number | null, loaders: Loaders): Promise<FacetType> {
    const facet = await this.#count(name, pageSize(first, FACET_SIZE));
    const shown = await named(facet.values, loaders);
    return { ...facet, values: shown, others: facet.others + sum(facet.values) - sum(shown) };
  }
}

const sum = (values: readonly FacetValue[]): number => values.reduce((total, { count }) => total + count, 0);

/** An entity that has left the index meanwhile counts with the others. */
async function named(values: readonly FacetValue[], { entities }: Loaders): Promise<readonly FacetValueType[]> {
  const loaded = await Promise.all(values.map(({ value }) => entities.load(value)));
  return values.flatMap(({ count }, i): FacetValueType[] => {
    const entity = loaded[i];
    return entity
      ? [{ value: toGlobalId(NODE_TYPE_OF_ENTITY[entity.kind], entity.id), label: entity.name, count }]
      : [];
  });
}
