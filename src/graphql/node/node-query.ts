import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Chunk } from "../../model/chunk.ts";
import { type GlobalId, NODE_TYPE_OF_ENTITY, type NodeType, readGlobalId } from "../../model/global-id.ts";
import { ArticleType } from "../article/article-type.ts";
import { CorrectionType } from "../correction/correction-type.ts";
import { toEntityType } from "../entity/to-entity-type.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import type { Loaders } from "../loaders.ts";
import { QuoteType } from "../quote/quote-type.ts";
import { SearchHitType } from "../search/search-hit-type.ts";
import { NodeInterface } from "./node-interface.ts";

@Resolver()
export class NodeQuery {
  @Query(() => NodeInterface, {
    nullable: true,
    description:
      "Anything by its id; null when it is not in the index. The id of a search hit gives its passage, with the score 0 and an empty trace.",
  })
  async node(
    @Arg("id", () => ID, { description: "An id that an answer gave." }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<NodeInterface | null> {
    return loadNode(readGlobalId(id), context);
  }
}

async function loadNode(
  { type, localId }: GlobalId,
  { loaders, store }: GraphqlContext,
): Promise<NodeInterface | null> {
  switch (type) {
    case "Article":
      return orNull(await loaders.articles.load(localId), (article) => new ArticleType(article));
    case "Quote":
      return orNull(await loaders.quotes.load(localId), (quote) => new QuoteType(quote));
    case "Correction":
      return orNull((await store.corrections([localId]))[0] ?? null, (correction) => new CorrectionType(correction));
    case "SearchHit":
      return orNull(await loaders.chunks.load(localId), unscoredHit);
    default:
      return loadEntity(type, localId, loaders);
  }
}

/** Null for an entity that is of another type than its id says: nobody was given such an id. */
async function loadEntity(type: NodeType, localId: string, loaders: Loaders): Promise<NodeInterface | null> {
  const entity = await loaders.entities.load(localId);
  return entity && NODE_TYPE_OF_ENTITY[entity.kind] === type ? toEntityType(entity) : null;
}

const unscoredHit = (chunk: Chunk): SearchHitType =>
  new SearchHitType({
    ...{ chunk, quoteIds: chunk.quoteIds, score: 0, highlights: [], alsoIn: [] },
    trace: { base: 0, signals: [], total: 0 },
  });

const orNull = <V, T>(value: V | null, toNode: (value: V) => T): T | null => (value === null ? null : toNode(value));
