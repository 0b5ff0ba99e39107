import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type PubSub } from "type-graphql";
import { ArticleQueries } from "./article/article-queries.ts";
import { EntityQueries } from "./entity/entity-queries.ts";
import { EntityRelations } from "./entity/entity-relations.ts";
import { OrganizationType } from "./entity/organization-type.ts";
import { PersonType } from "./entity/person-type.ts";
import { PlaceType } from "./entity/place-type.ts";
import { IndexQuery } from "./index-info/index-query.ts";
import { NodeQuery } from "./node/node-query.ts";
import { QuoteQueries } from "./quote/quote-queries.ts";
import { SearchQuery } from "./search/search-query.ts";
import { VerifyQuoteQuery } from "./verify-quote/verify-quote-query.ts";

// Behind the others: entities extend an interface that leads to articles, so articles have to be loaded first.

import { ViewerQuery } from "./access/viewer-query.ts";
import { AnswerQuery } from "./answer/answer-query.ts";
import { ArticleMutations } from "./article/article-mutations.ts";
import { CorrectionMutations } from "./correction/correction-mutations.ts";
import { CorrectionQueries } from "./correction/correction-queries.ts";
import { DraftCheckedSubscription } from "./verify-draft/draft-checked-subscription.ts";
import { VerifyDraftQuery } from "./verify-draft/verify-draft-query.ts";

/** The library asks for one; what is subscribed to here comes from a generator of its own, and nobody publishes. */
const NO_TOPICS: PubSub = {
  publish: () => {},
  subscribe: async function* () {},
};

/** The whole schema, from the classes of this room. */
export const buildGraphqlSchema = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [
      SearchQuery,
      NodeQuery,
      QuoteQueries,
      ArticleQueries,
      EntityQueries,
      EntityRelations,
      IndexQuery,
      VerifyQuoteQuery,
      AnswerQuery,
      VerifyDraftQuery,
      DraftCheckedSubscription,
      ViewerQuery,
      CorrectionQueries,
      ArticleMutations,
      CorrectionMutations,
    ],
    // Nothing but the Entity interface leads to these.
    orphanedTypes: [PersonType, OrganizationType, PlaceType],
    pubSub: NO_TOPICS,
    // Bad arguments are told in sentences by whoever reads them; class-validator is not installed.
    validate: false,
  });
