import { graphql, type ResultOf, type VariablesOf } from "../graphql/graphql.ts";
import type { SearchState } from "../navigation/search-address.ts";
import { SOURCE_FIELDS, SPEAKER_FIELDS, WORDS_PLACE_FIELDS } from "../quote/fragments.ts";

export const SEARCH = graphql(
  `
    query Search($query: String!, $kinds: [ChunkKind!], $filter: SearchFilter, $first: Int!) {
      search(query: $query, kinds: $kinds, filter: $filter, first: $first) {
        totalCount
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
          }
          selectors {
            ...WordsPlaceFields
          }
          paragraph {
            index
          }
          quote {
            id
            kind
            confidence
            speakerMention
            speaker {
              ...SpeakerFields
            }
          }
          article {
            ...SourceFields
          }
        }
      }
    }
  `,
  [SPEAKER_FIELDS, SOURCE_FIELDS, WORDS_PLACE_FIELDS],
);

export type Hit = ResultOf<typeof SEARCH>["search"]["nodes"][number];

/** Null for a search for nothing. */
export function searchVariables({ query, speakers, kind, count }: SearchState): VariablesOf<typeof SEARCH> | null {
  if (query.trim() === "") return null;
  return {
    query,
    first: count,
    ...(kind !== null && { kinds: [kind] }),
    ...(speakers.length > 0 && { filter: { speaker: [...speakers] } }),
  };
}

/** Who speaks in the best passages, whatever is filtered: what there is to filter by. */
export const SPEAKERS_FOUND = graphql(`
  query SpeakersFound($query: String!, $first: Int!) {
    search(query: $query, kinds: [QUOTE], first: $first) {
      nodes {
        quote {
          speaker {
            id
            name
          }
        }
      }
    }
  }
`);

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
