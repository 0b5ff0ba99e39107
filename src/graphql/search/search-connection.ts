import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Edge } from "../connection/connection.ts";
import { PageInfo } from "../connection/page-info.ts";
import { QueryReadingType } from "./query-reading-type.ts";
import { SearchFacetsType } from "./search-facets-type.ts";
import { SearchHitType } from "./search-hit-type.ts";

@ObjectType("SearchEdge", { description: "One of the hits of a page, with its place and its score." })
export class SearchEdge implements Edge<SearchHitType> {
  @Field(() => String, { description: "Its place in the list; goes into `after`." })
  readonly cursor!: string;

  @Field(() => SearchHitType, { description: "The hit." })
  readonly node!: SearchHitType;

  @Field(() => Float, { description: "The hit's score, for those who read edges only." })
  readonly score!: number;
}

@ObjectType("SearchConnection", { description: "A page of hits, the best first where no other order is asked for." })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: "What the page holds, each with its cursor and score." })
  readonly edges!: readonly SearchEdge[];

  @Field(() => [SearchHitType], { description: "The same hits without the cursors." })
  readonly nodes!: readonly SearchHitType[];

  @Field(() => PageInfo, { description: "Whether there is more, and the cursor to ask for it with." })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, {
    description:
      "All passages that match by meaning or by words under the filter. Paging gives each of them once: as a hit, or in `alsoIn` of one.",
  })
  readonly totalCount!: number;

  @Field(() => Boolean, {
    description:
      "Whether `totalCount` and `facets` count all of them: always, but for an index in a cluster of which more can match than is read for one search.",
  })
  readonly isTotalExact!: boolean;

  @Field(() => SearchFacetsType, {
    description:
      "How all these passages, not those of the page alone, divide by speaker, publisher, kind, month, and what they mention.",
  })
  readonly facets!: SearchFacetsType;

  @Field(() => QueryReadingType, { description: "How the query was understood." })
  readonly reading!: QueryReadingType;
}
