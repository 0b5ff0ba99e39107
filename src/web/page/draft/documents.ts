import { graphql, type ResultOf } from "../graphql/graphql.ts";
import { VERIFICATION_FIELDS } from "../verify/documents.ts";

/** A draft as it is checked: its text first, then its quotes. */
export const DRAFT_CHECKED = graphql(
  `
    subscription DraftChecked($text: String!, $notes: [DraftNote!]) {
      draftChecked(text: $text, notes: $notes) {
        draft {
          title
          text
          paragraphs {
            start
            end
          }
        }
        total
        summary
        quotes {
          text
          start
          end
          spans {
            start
            end
          }
          speaker
          speakerKind
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

type DraftProgress = ResultOf<typeof DRAFT_CHECKED>["draftChecked"];
export type DraftQuote = DraftProgress["quotes"][number];

/** A draft as far as it is checked. */
export interface DraftCheck extends NonNullable<DraftProgress["draft"]> {
  readonly quotes: readonly DraftQuote[];
  /** How many quotes it has. */
  readonly total: number;
  /** Null while quotes are still being checked. */
  readonly summary: string | null;
}

/** @param before Null for the first that is told. */
export function goneOn(before: DraftCheck | null, { draft, quotes, total, summary }: DraftProgress): DraftCheck | null {
  const text = draft ?? before;
  return text && { ...text, total, summary, quotes: [...(before?.quotes ?? []), ...quotes] };
}
