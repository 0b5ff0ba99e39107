import type { Correction } from "../../../model/correction.ts";
import type { Connection } from "../connection.ts";

/** Keeps that a standing correction is about these quotes, entities and articles. */
export function writeSubjects(connection: Connection, correctionId: string, subjectIds: Iterable<string>): void {
  for (const id of new Set(subjectIds)) {
    connection.run("INSERT OR IGNORE INTO correction_subject VALUES (?, ?)", id, correctionId);
  }
}

/** Forgets which of an article's quotes corrections are about: it leaves, or is put in anew. */
export function dropSubjects(connection: Connection, articleId: string): void {
  const ofArticle = "SELECT id FROM correction WHERE article_id = ?";
  connection.run(`DELETE FROM correction_subject WHERE correction_id IN (${ofArticle})`, articleId);
}

/** Forgets what one correction is about. */
export const dropSubjectsOf = (connection: Connection, { id }: Correction): void => {
  connection.run("DELETE FROM correction_subject WHERE correction_id = ?", id);
};
