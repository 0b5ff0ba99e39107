import type { Correction, Signed } from "../../../model/correction.ts";
import { decidesWhoIsWho } from "../../corrections/decided-people.ts";
import { articlesCorrected, subjectsOfPeople } from "../../corrections/what-is-corrected.ts";
import { settleMembers } from "../article-members.ts";
import type { Connection } from "../connection.ts";
import { replaceReading } from "../replace-reading.ts";
import { nothingToSettle, type ToSettle } from "../to-settle.ts";
import { correctedNow } from "./corrected-now.ts";
import { insertCorrection, markUndone, readCorrections, standingCorrections } from "./correction-rows.ts";
import { dropSubjects, dropSubjectsOf, writeSubjects } from "./correction-subjects.ts";
import { readFound } from "./found-article.ts";
import { refreshDecisions } from "./refresh-decisions.ts";

/** Keeps a correction, and puts right what it is about. Runs inside a transaction. */
export function recordCorrection(connection: Connection, correction: Correction): void {
  const [known] = readCorrections(connection, [correction.id]);
  if (known) {
    if (correction.undone !== null) undoCorrection(connection, correction.id, correction.undone);
    return;
  }
  insertCorrection(connection, correction);
  if (correction.undone !== null) return;
  writeSubjects(connection, correction.id, subjectsOfPeople(correction.change));
  settle(connection, correction);
}

/** False for a correction that is unknown or undone. Runs inside a transaction. */
export function undoCorrection(connection: Connection, id: string, undone: Signed): boolean {
  const [known] = readCorrections(connection, [id]);
  if (!known || !markUndone(connection, id, undone)) return false;
  dropSubjectsOf(connection, known);
  settle(connection, known);
  return true;
}

/** Makes all that a correction is about what the standing ones say. */
function settle(connection: Connection, correction: Correction): void {
  const toSettle = nothingToSettle();
  if (decidesWhoIsWho(correction.change)) refreshDecisions(connection, standingCorrections(connection), toSettle);
  for (const articleId of articlesCorrected(correction.change)) rereadArticle(connection, articleId, toSettle);
  settleMembers(connection, toSettle);
}

function rereadArticle(connection: Connection, articleId: string, toSettle: ToSettle): void {
  const found = readFound(connection, articleId);
  if (found === null) return;
  dropSubjects(connection, articleId);
  replaceReading(connection, correctedNow(connection, found), toSettle);
}
