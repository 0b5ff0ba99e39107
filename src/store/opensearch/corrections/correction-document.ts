import { type Correction, correctedWords, type Signed } from "../../../model/correction.ts";
import { subjectsOfPeople } from "../../corrections/what-is-corrected.ts";

/** A correction as it is kept. What it is looked for by is beside it. */
export interface CorrectionDocument {
  readonly correction: Correction;
  readonly id: string;
  readonly at: string;
  /** Of the article whose words it is about; null for one of people. */
  readonly articleId: string | null;
  readonly isStanding: boolean;
  /** Ids of the quotes, entities and articles that it is about while it stands; of no quote while its article is not in. */
  readonly subjects: readonly string[];
}

export const correctionDocument = (correction: Correction): CorrectionDocument => ({
  correction,
  id: correction.id,
  at: correction.at,
  articleId: correctedWords(correction.change)?.articleId ?? null,
  isStanding: correction.undone === null,
  subjects: correction.undone === null ? subjectsOfPeople(correction.change) : [],
});

export const undoneDocument = ({ correction }: CorrectionDocument, undone: Signed): CorrectionDocument =>
  correctionDocument({ ...correction, undone });
