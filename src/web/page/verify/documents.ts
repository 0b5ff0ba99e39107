import { type FragmentOf, graphql } from "../graphql/graphql.ts";
import { SOURCE_FIELDS, TOLD_FIELDS, WORDS_PLACE_FIELDS } from "../quote/fragments.ts";

/** All that an outcome shows. */
export const VERIFICATION_FIELDS = graphql(
  `
    fragment VerificationFields on QuoteVerification {
      verdict
      summary
      similarity
      meaning
      diff {
        kind
        claim
        source
      }
      changes {
        kind
        claim
        source
        isMarked
      }
      source {
        isNote
        voice
        text
        before
        after
        url
        selectors {
          ...WordsPlaceFields
        }
        quote {
          id
          ...ToldFields
        }
        article {
          ...SourceFields
        }
      }
      disputedBy {
        quote {
          id
          ...ToldFields
        }
        article {
          ...SourceFields
        }
      }
      alsoIn {
        isNote
        quote {
          id
        }
        article {
          ...SourceFields
        }
      }
    }
  `,
  [SOURCE_FIELDS, TOLD_FIELDS, WORDS_PLACE_FIELDS],
);

export const VERIFY = graphql(
  `
    query Verify($text: String!, $speaker: String) {
      verifyQuote(text: $text, speaker: $speaker) {
        ...VerificationFields
      }
    }
  `,
  [VERIFICATION_FIELDS],
);

export type Verification = FragmentOf<typeof VERIFICATION_FIELDS>;
export type Verdict = Verification["verdict"];
export type DiffSegment = Verification["diff"][number];
export type QuoteChange = Verification["changes"][number];
export type QuoteSource = NonNullable<Verification["source"]>;
