import type { ApolloServerPlugin, BaseContext, HTTPGraphQLRequest } from "@apollo/server";
import Negotiator from "negotiator";

/** In seconds. An index changes when somebody indexes, and who asks by GET can wait so long to see it. */
const MAX_AGE_S = 60;

const BAD_REQUEST = 400;
const OK = 200;
const GRAPHQL_JSON = "application/graphql-response+json";

/**
 * Settles what HTTP tells of an answer.
 *
 * Status: under `application/json` a well-formed request with errors in its GraphQL has 200; under
 * `application/graphql-response+json` it keeps 400 (https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes).
 *
 * Cache: what a GET gives is the same for everyone, and good for a while; errors and POSTs are kept by nobody.
 */
export const responseHeadPlugin = (): ApolloServerPlugin<BaseContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, source }) {
        const { body, http } = response;
        const isWellFormed = source !== undefined;
        if (http.status === BAD_REQUEST && isWellFormed && !prefersGraphqlJson(request.http?.headers.get("accept"))) {
          http.status = OK;
        }
        const isKept =
          request.http?.method === "GET" && body.kind === "single" && body.singleResult.errors === undefined;
        http.headers.set(
          "cache-control",
          isKept && !isOfSomebody(request.http) ? `public, max-age=${MAX_AGE_S}` : "no-store",
        );
      },
    };
  },
});

/** What somebody gets who shows a token is for that one alone. */
const isOfSomebody = (http: HTTPGraphQLRequest | undefined): boolean =>
  http?.headers.has("authorization") === true || http?.headers.has("cookie") === true;

/** As Apollo chooses the type of its answer. */
const prefersGraphqlJson = (accept: string | undefined): boolean =>
  new Negotiator({ headers: { accept } }).mediaType(["application/json", GRAPHQL_JSON]) === GRAPHQL_JSON;
