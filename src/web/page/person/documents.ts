import { graphql, type ResultOf } from "../graphql/graphql.ts";
import { QUOTE_WORDS_FIELDS, SOURCE_FIELDS, TOLD_FIELDS } from "../quote/fragments.ts";

const SAID_FIELDS = graphql(
  `
    fragment SaidFields on QuoteConnection {
      totalCount
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        ...ToldFields
        ...QuoteWordsFields
        article {
          ...SourceFields
        }
      }
    }
  `,
  [TOLD_FIELDS, SOURCE_FIELDS, QUOTE_WORDS_FIELDS],
);

const COMPANY_FIELDS = graphql(`
  fragment CompanyFields on CoMention {
    entity {
      id
      name
      kind
    }
    spokenOf
    spokenBy
    articles
  }
`);

/** Whoever has quotes: bodies have them as people do. */
export const PERSON = graphql(
  `
    query Person($id: ID!) {
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
          currentTitle
          mayBe {
            id
            name
          }
          sameAs
          correction {
            sentence
          }
          articles {
            totalCount
          }
          timeline {
            period
            quotes
          }
          topics {
            phrase
            quotes
          }
          mentionedWith(first: 8) {
            ...CompanyFields
          }
          saidOnBehalf(first: 5) {
            ...SaidFields
          }
        }
        ... on Organization {
          id
          name
          kind
          aliases
          mentionCount
          articles {
            totalCount
          }
          mentionedWith(first: 8) {
            ...CompanyFields
          }
          saidOnBehalf(first: 5) {
            ...SaidFields
          }
        }
      }
    }
  `,
  [COMPANY_FIELDS, SAID_FIELDS],
);

/** What somebody said, in the order of time. */
export const SAID = graphql(
  `
    query Said($filter: QuoteFilter!, $order: QuoteOrder!, $first: Int!) {
      quotes(filter: $filter, orderBy: $order, first: $first) {
        ...SaidFields
      }
    }
  `,
  [SAID_FIELDS],
);

/** What somebody said about something, the closest first. */
export const SAID_ABOUT = graphql(
  `
    query SaidAbout($id: ID!, $about: String!, $first: Int!) {
      node(id: $id) {
        __typename
        ... on Person {
          quotes(about: $about, first: $first) {
            ...SaidFields
          }
        }
        ... on Organization {
          quotes(about: $about, first: $first) {
            ...SaidFields
          }
        }
      }
    }
  `,
  [SAID_FIELDS],
);

export type PersonNode = NonNullable<ResultOf<typeof PERSON>["node"]>;
/** A person or an organization: who can be quoted. */
export type Somebody = Extract<PersonNode, { readonly __typename: "Person" | "Organization" }>;
export type CoMention = Somebody["mentionedWith"][number];
export type Said = ResultOf<typeof SAID>["quotes"];
export type SaidQuote = Said["nodes"][number];
