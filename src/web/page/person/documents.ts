import { graphql, type ResultOf } from "../graphql/graphql.ts";
import { SOURCE_FIELDS } from "../quote/fragments.ts";

const PERSON_QUOTES_FIELDS = graphql(
  `
    fragment PersonQuotesFields on QuoteConnection {
      totalCount
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        kind
        text
        selectors {
          exact
        }
        speakerMention
        article {
          ...SourceFields
        }
      }
    }
  `,
  [SOURCE_FIELDS],
);

/** Whoever has quotes: bodies have them as people do. */
export const PERSON = graphql(
  `
    query Person($id: ID!, $about: String, $first: Int!) {
      node(id: $id) {
        __typename
        ... on Person {
          id
          name
          kind
          aliases
          mentionCount
          titles {
            title
            asOf
          }
          quotes(about: $about, first: $first) {
            ...PersonQuotesFields
          }
        }
        ... on Organization {
          id
          name
          kind
          aliases
          mentionCount
          quotes(about: $about, first: $first) {
            ...PersonQuotesFields
          }
        }
      }
    }
  `,
  [PERSON_QUOTES_FIELDS],
);

export type PersonNode = NonNullable<ResultOf<typeof PERSON>["node"]>;
/** A person or an organization, with quotes. */
export type Somebody = Extract<PersonNode, { readonly __typename: "Person" | "Organization" }>;
export type PersonQuote = Somebody["quotes"]["nodes"][number];
