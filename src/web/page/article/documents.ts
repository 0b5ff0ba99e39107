import { graphql, type ResultOf } from "../graphql/graphql.ts";
import { QUOTE_WORDS_FIELDS, SOURCE_FIELDS, SPEAKER_FIELDS, TOLD_FIELDS } from "../quote/fragments.ts";

const ARTICLE_QUOTES_FIELDS = graphql(
  `
    fragment ArticleQuotesFields on QuoteConnection {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        assertion
        reports
        isSpeakerSure
        speakerMention
        spans {
          start
          end
        }
        speaker {
          ...SpeakerFields
        }
        speakers {
          ...SpeakerFields
        }
        onBehalfOf {
          ...SpeakerFields
        }
      }
    }
  `,
  [SPEAKER_FIELDS],
);

export const ARTICLE = graphql(
  `
    query Article($id: ID!) {
      article(id: $id) {
        ...SourceFields
        paragraphs {
          index
          text
          span {
            start
            end
          }
        }
        quotes(first: 100) {
          ...ArticleQuotesFields
        }
      }
    }
  `,
  [SOURCE_FIELDS, ARTICLE_QUOTES_FIELDS],
);

/** The quotes behind the first hundred: transcripts have many. */
export const MORE_QUOTES = graphql(
  `
    query MoreQuotes($id: ID!, $after: String!) {
      article(id: $id) {
        quotes(first: 100, after: $after) {
          ...ArticleQuotesFields
        }
      }
    }
  `,
  [ARTICLE_QUOTES_FIELDS],
);

/** What there is to say of one quote, and what others said that is close to it. */
export const QUOTE = graphql(
  `
    query Quote($id: ID!) {
      quote(id: $id) {
        id
        ...ToldFields
        ...QuoteWordsFields
        cue
        confidence
        article {
          ...SourceFields
        }
        similar(first: 3) {
          id
          text
          selectors {
            exact
          }
          trace {
            signals {
              signal
              raw
            }
          }
          quote {
            id
            ...ToldFields
            ...QuoteWordsFields
          }
          paragraph {
            index
          }
          article {
            id
            title
          }
        }
      }
    }
  `,
  [TOLD_FIELDS, SOURCE_FIELDS, QUOTE_WORDS_FIELDS],
);

export type Article = NonNullable<ResultOf<typeof ARTICLE>["article"]>;
export type ArticleQuote = Article["quotes"]["nodes"][number];
export type Paragraph = Article["paragraphs"][number];
export type Quote = NonNullable<ResultOf<typeof QUOTE>["quote"]>;
