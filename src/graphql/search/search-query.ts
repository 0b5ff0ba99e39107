import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from "type-graphql";
import type { ChunkKind } from "../../model/chunk.ts";
import { pageSize } from "../../model/page-size.ts";
import type { RankingOrder } from "../../ranking/rank-page.ts";
import type { SearchMode } from "../../ranking/ranking-model.ts";
import type { SearchRequest } from "../../search/search.ts";
import { toConnection } from "../connection/connection.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { RETRIEVAL_COST } from "../limits/retrieval-cost.ts";
import { ChunkKindEnum } from "./chunk-kind-enum.ts";
import { QueryReadingType } from "./query-reading-type.ts";
import { SearchConnection, type SearchEdge } from "./search-connection.ts";
import { SearchFacetsType } from "./search-facets-type.ts";
import { SearchFilterInput, toChunkFilter } from "./search-filter-input.ts";
import { SearchHitType } from "./search-hit-type.ts";
import { SearchModeEnum } from "./search-mode-enum.ts";
import { SearchOrderEnum } from "./search-order-enum.ts";

/** Hits of a page where `first` is not given: what one reads before asking differently. */
const SEARCH_PAGE_SIZE = 10;

@ArgsType()
export class SearchArguments {
  @Field(() => String, {
    description:
      'A question, or words: 1 to 1,000 characters. `"these words"` must stand there word for word, `-word` must not, `speaker:name` and `publisher:"The Name"` filter; so does when it was said: “in March 2024”, “after May 2024”, “last week”.',
  })
  readonly query!: string;

  @Field(() => SearchModeEnum, { nullable: true, defaultValue: "HYBRID", description: "What the search goes by." })
  readonly mode!: SearchMode | null;

  @Field(() => [ChunkKindEnum], {
    nullable: true,
    description: "Only passages of these kinds: `[QUOTE]` for what people said. All without it.",
  })
  readonly kinds?: readonly ChunkKind[] | null;

  @Field(() => SearchFilterInput, { nullable: true, description: "Where to search; everywhere without it." })
  readonly filter?: SearchFilterInput | null;

  @Field(() => SearchOrderEnum, { nullable: true, defaultValue: "RELEVANCE", description: "Which hits come first." })
  readonly orderBy!: RankingOrder | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether newer articles come before older ones that answer about as well.",
  })
  readonly preferRecent!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: SEARCH_PAGE_SIZE,
    description: "How many hits to give, from 1 to 100.",
  })
  readonly first!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Begin after this cursor: the `endCursor` of the page before, asked with the same arguments.",
  })
  readonly after?: string | null;
}

@Resolver()
export class SearchQuery {
  @Query(() => SearchConnection, {
    complexity: RETRIEVAL_COST,
    description:
      "The passages that answer a question, found by meaning and by words: the best first where `orderBy` asks for nothing else. Each hit tells who said it, where it stands, and why it was found.",
  })
  async search(
    @Args(() => SearchArguments) given: SearchArguments,
    @Ctx() { search }: GraphqlContext,
  ): Promise<SearchConnection> {
    const request = toSearchRequest(given);
    const { hits, totalCount, isTotalExact, hasNextPage, facet, reading } = await search.search(request);
    const edges = hits.map(({ hit, cursor }) => ({ cursor, score: hit.score, node: new SearchHitType(hit) }));
    const isContinued = request.after !== null;
    const page = toConnection<SearchHitType, SearchEdge>(edges, { totalCount, hasNextPage, isContinued });
    return { ...page, isTotalExact, facets: new SearchFacetsType(facet), reading: new QueryReadingType(reading) };
  }
}

const toSearchRequest = (given: SearchArguments): SearchRequest => ({
  query: given.query,
  mode: given.mode ?? "HYBRID",
  kinds: given.kinds ?? null,
  filter: toChunkFilter(given.filter),
  order: given.orderBy ?? "RELEVANCE",
  preferRecent: given.preferRecent ?? false,
  first: pageSize(given.first, SEARCH_PAGE_SIZE),
  after: given.after ?? null,
});
