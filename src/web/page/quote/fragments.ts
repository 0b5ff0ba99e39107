import { type FragmentOf, graphql } from "../graphql/graphql.ts";

export const SPEAKER_FIELDS = graphql(`
  fragment SpeakerFields on Entity {
    id
    name
    kind
    ... on Person {
      currentTitle
      sameAs
    }
  }
`);
export type Speaker = FragmentOf<typeof SPEAKER_FIELDS>;

export const SOURCE_FIELDS = graphql(`
  fragment SourceFields on Article {
    id
    title
    publisher
    publishedAt
    url
  }
`);
export type Source = FragmentOf<typeof SOURCE_FIELDS>;

/** Where words stand, so that others find them again. */
export const WORDS_PLACE_FIELDS = graphql(`
  fragment WordsPlaceFields on TextSelector {
    exact
    prefix
    suffix
  }
`);
export type WordsPlace = FragmentOf<typeof WORDS_PLACE_FIELDS>;
