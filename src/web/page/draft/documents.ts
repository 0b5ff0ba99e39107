import { graphql, type ResultOf } from "../graphql/graphql.ts";
import { VERIFICATION_FIELDS } from "../verify/documents.ts";

export const CHECK_DRAFT = graphql(
  `
    query CheckDraft($text: String!) {
      verifyDraft(text: $text) {
        summary
        title
        text
        needingALook
        paragraphs {
          start
          end
        }
        quotes {
          text
          start
          end
          spans {
            start
            end
          }
          speaker
          speakerMention
          quoted
          verdict
          needsALook
          summary
          saidByInWords
          verification {
            ...VerificationFields
          }
        }
      }
    }
  `,
  [VERIFICATION_FIELDS],
);

export type DraftCheck = ResultOf<typeof CHECK_DRAFT>["verifyDraft"];
export type DraftQuote = DraftCheck["quotes"][number];
