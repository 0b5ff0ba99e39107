import type { Correction, Signed } from "../../../model/correction.ts";
import { decidesWhoIsWho } from "../../corrections/decided-people.ts";
import { articlesCorrected } from "../../corrections/what-is-corrected.ts";
import type { Indices } from "../indices.ts";
import type { KnownPeople } from "../people/known-people.ts";
import { addAgain, finishChange, type IndexChange, newChange } from "../writing/index-change.ts";
import type { PlannedWrite } from "../writing/write-operation.ts";
import { CorrectionBook } from "./correction-book.ts";
import { correctionDocument, undoneDocument } from "./correction-document.ts";
import { refreshDecisions } from "./refresh-decisions.ts";

/** What a correction writes, and who is who by it. */
export interface Corrected {
  readonly planned: PlannedWrite;
  readonly known: KnownPeople;
}

/** What keeps a correction, and puts right what it is about. One that is there already comes to nothing, unless it comes back undone. */
export async function planCorrection(
  indices: Indices,
  known: KnownPeople,
  correction: Correction,
): Promise<Corrected | null> {
  const book = new CorrectionBook(indices);
  if ((await book.find(correction.id)) !== null) {
    return correction.undone && planUndoing(indices, known, correction.id, correction.undone);
  }
  book.set(correctionDocument(correction));
  return correction.undone === null
    ? settle(indices, known, book, correction)
    : { planned: { documents: book.operations(), rejoined: [] }, known };
}

/** What makes everything as it would be without a correction; null for one that is unknown or undone. */
export async function planUndoing(
  indices: Indices,
  known: KnownPeople,
  id: string,
  undone: Signed,
): Promise<Corrected | null> {
  const book = new CorrectionBook(indices);
  const document = await book.find(id);
  if (!document?.isStanding) return null;
  book.set(undoneDocument(document, undone));
  return settle(indices, known, book, document.correction);
}

/** Makes all that a correction is about what the standing ones say. */
async function settle(
  indices: Indices,
  before: KnownPeople,
  book: CorrectionBook,
  { change: corrected }: Correction,
): Promise<Corrected> {
  const known = decidesWhoIsWho(corrected) ? before.withDecisions(await book.standing()) : before;
  const change: IndexChange = newChange(indices, known, book);
  const moved = await refreshDecisions(indices, change.directory, before, change.namesToSettle);
  for (const articleId of articlesCorrected(corrected)) await addAgain(change, articleId);
  return { planned: await finishChange(change, moved), known };
}
