import { type FragmentOf, graphql, type ResultOf } from "../graphql/graphql.ts";
import {
  QUOTE_WORDS_FIELDS,
  SOURCE_FIELDS,
  SPEAKER_FIELDS,
  TOLD_FIELDS,
  WORDS_PLACE_FIELDS,
} from "../quote/fragments.ts";

export const SEARCH = graphql(
  `
    query Search($query: String!, $filter: SearchFilter, $first: Int!) {
      search(query: $query, filter: $filter, first: $first) {
        totalCount
        reading {
          phrases
          excluded
          publishers
          speakersAre
          unknownSpeaker
          byWordsAlone
          date {
            words
            from
            to
            isFilter
          }
          slips {
            written
            meant
          }
          speakers {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
        }
        nodes {
          id
          text
          kind
          highlights {
            start
            end
            kind
          }
          alsoIn {
            article {
              ...SourceFields
            }
            quote {
              id
            }
            differences {
              here
              there
            }
          }
          selectors {
            ...WordsPlaceFields
          }
          spans {
            start
            end
          }
          paragraph {
            index
          }
          quote {
            id
            ...QuoteWordsFields
            ...ToldFields
          }
          quotes {
            spans {
              start
              end
            }
          }
          article {
            ...SourceFields
          }
        }
      }
    }
  `,
  [TOLD_FIELDS, SOURCE_FIELDS, WORDS_PLACE_FIELDS, QUOTE_WORDS_FIELDS],
);

export type Hit = ResultOf<typeof SEARCH>["search"]["nodes"][number];

const FACET_FIELDS = graphql(`
  fragment FacetFields on Facet {
    values {
      value
      label
      count
    }
    others
    none
  }
`);
export type Facet = FragmentOf<typeof FACET_FIELDS>;

/** How all that a search matches divides. */
export const FACETS = graphql(
  `
    query Facets($query: String!, $filter: SearchFilter) {
      search(query: $query, filter: $filter, first: 1) {
        facets {
          speaker: speakers(first: 10) {
            ...FacetFields
          }
          voice: kinds {
            ...FacetFields
          }
          onBehalfOf: onBehalfOf(first: 5) {
            ...FacetFields
          }
          assertion: assertions {
            ...FacetFields
          }
          reports: reports {
            ...FacetFields
          }
          publisher: publishers(first: 8) {
            ...FacetFields
          }
          mentions: entities(first: 8) {
            ...FacetFields
          }
          place: places(first: 8) {
            ...FacetFields
          }
          months(first: 100) {
            ...FacetFields
          }
        }
      }
    }
  `,
  [FACET_FIELDS],
);

/** A hit in its place: its paragraph and one to either side. */
export const SURROUNDINGS = graphql(`
  query Surroundings($id: ID!) {
    node(id: $id) {
      __typename
      ... on SearchHit {
        spans {
          start
          end
        }
        before {
          index
          text
        }
        paragraph {
          index
          text
          span {
            start
            end
          }
        }
        after {
          index
          text
        }
      }
    }
  }
`);

/** What to read before there is a question. */
export const FRONT_PAGE = graphql(
  `
    query FrontPage {
      index {
        articles
        quotes
        people
        sampleArticles
      }
      people(first: 8) {
        nodes {
          ...SpeakerFields
        }
      }
      articles(first: 6) {
        nodes {
          ...SourceFields
        }
      }
    }
  `,
  [SPEAKER_FIELDS, SOURCE_FIELDS],
);
