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

/** How a quote is told: whether as said, by whom, for whom, and in which sentence. */
export const TOLD_FIELDS = graphql(
  `
    fragment ToldFields on Quote {
      kind
      assertion
      reports
      isSpeakerSure
      speakerMention
      speaker {
        ...SpeakerFields
      }
      speakers {
        ...SpeakerFields
      }
      onBehalfOf {
        ...SpeakerFields
      }
      sentence {
        text
        start
        end
      }
      media {
        url
        start
      }
      correction {
        sentence
      }
    }
  `,
  [SPEAKER_FIELDS],
);
export type Told = FragmentOf<typeof TOLD_FIELDS>;
export type SpokenBy = Pick<Told, "speakers" | "speakerMention" | "onBehalfOf" | "isSpeakerSure">;

export const SOURCE_FIELDS = graphql(`
  fragment SourceFields on Article {
    id
    title
    publisher
    author
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

/** The words of a quote, and where they stand. */
export const QUOTE_WORDS_FIELDS = graphql(
  `
    fragment QuoteWordsFields on Quote {
      text
      spans {
        start
        end
      }
      selectors {
        ...WordsPlaceFields
      }
    }
  `,
  [WORDS_PLACE_FIELDS],
);
