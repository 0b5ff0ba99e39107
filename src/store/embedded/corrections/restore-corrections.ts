import type { Correction } from "../../../model/correction.ts";
import { subjectsOfPeople } from "../../corrections/what-is-corrected.ts";
import type { Connection } from "../connection.ts";
import { nothingToSettle } from "../to-settle.ts";
import { insertCorrection, standingCorrections } from "./correction-rows.ts";
import { writeSubjects } from "./correction-subjects.ts";
import { refreshDecisions } from "./refresh-decisions.ts";

/** Puts all corrections into an index that holds no article yet: they hold for what comes then. Runs inside a transaction. */
export function restoreCorrections(connection: Connection, corrections: readonly Correction[]): void {
  for (const correction of corrections) {
    insertCorrection(connection, correction);
    if (correction.undone === null) writeSubjects(connection, correction.id, subjectsOfPeople(correction.change));
  }
  refreshDecisions(connection, standingCorrections(connection), nothingToSettle());
}
