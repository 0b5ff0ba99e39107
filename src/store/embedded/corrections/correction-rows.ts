import { type Correction, correctedWords, type Signed } from "../../../model/correction.ts";
import { byIds } from "../../by-ids.ts";
import type { Page, PageRequest } from "../../quote-store.ts";
import type { Connection } from "../connection.ts";
import { type KeysetList, readPage } from "../keyset-page.ts";
import { ALWAYS } from "../sql-condition.ts";

interface CorrectionRow {
  readonly id: string;
  readonly at: string;
  readonly signed_by: string;
  readonly reason: string | null;
  readonly change: string;
  readonly before: string;
  readonly undone_at: string | null;
  readonly undone_by: string | null;
}

const LATEST_FIRST: KeysetList = {
  name: "corrections",
  from: "correction c",
  counted: "correction c",
  id: "c.id",
  keys: [
    { sql: "c.at", descending: true },
    { sql: "c.id", descending: false },
  ],
};

export function readCorrections(connection: Connection, ids: readonly string[]): readonly (Correction | null)[] {
  const rows = connection.all<CorrectionRow>(
    "SELECT * FROM correction WHERE id IN (SELECT value FROM json_each(?))",
    JSON.stringify(ids),
  );
  return byIds(ids, rows, ({ id }) => id, toCorrection);
}

export const listCorrections = (connection: Connection, page: PageRequest): Page<Correction> =>
  readPage(connection, LATEST_FIRST, ALWAYS, page, (ids) => readCorrections(connection, ids));

/** Those that stand, in the order of time. */
export const standingCorrections = (connection: Connection): readonly Correction[] =>
  connection.all<CorrectionRow>("SELECT * FROM correction WHERE undone_at IS NULL ORDER BY at, id").map(toCorrection);

/** Those that stand and say something of an article's words, or of whom it names. */
export function standingInArticle(connection: Connection, articleId: string): readonly Correction[] {
  const rows = connection.all<CorrectionRow>(
    `SELECT * FROM correction WHERE undone_at IS NULL
       AND (article_id = ? OR id IN (SELECT correction_id FROM correction_subject WHERE subject_id = ?))`,
    articleId,
    articleId,
  );
  return rows.map(toCorrection);
}

/** For each id of a quote or an entity, be it an earlier one, those that stand, the latest first. */
export function readCorrectionsOf(connection: Connection, ids: readonly string[]): readonly (readonly Correction[])[] {
  const rows = connection.all<CorrectionRow & { readonly asked: string }>(
    `WITH asked (id) AS (SELECT value FROM json_each(?)), found (asked, id) AS (
       SELECT a.id, s.correction_id FROM asked a JOIN correction_subject s ON s.subject_id = a.id
       UNION SELECT a.id, c.id FROM asked a CROSS JOIN entity_id i CROSS JOIN correction c CROSS JOIN correction_subject s
         CROSS JOIN entity_id o
         WHERE i.id = a.id AND c.article_id IS NULL AND s.correction_id = c.id
           AND o.id = s.subject_id AND o.entity_key = i.entity_key)
     SELECT c.*, f.asked FROM found f JOIN correction c ON c.id = f.id ORDER BY c.at DESC, c.id DESC`,
    JSON.stringify(ids),
  );
  return ids.map((id) => rows.filter(({ asked }) => asked === id).map(toCorrection));
}

export function insertCorrection(connection: Connection, correction: Correction): void {
  const { id, at, by, reason, change, before, undone } = correction;
  connection.run(
    "INSERT INTO correction VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ...[id, at, by, reason, JSON.stringify(change), JSON.stringify(before), correctedWords(change)?.articleId ?? null],
    ...[undone?.at ?? null, undone?.by ?? null],
  );
}

/** False where there is no such correction that stands. */
export function markUndone(connection: Connection, id: string, { at, by }: Signed): boolean {
  const sql = "UPDATE correction SET undone_at = ?, undone_by = ? WHERE id = ? AND undone_at IS NULL";
  return connection.run(sql, at, by, id) > 0;
}

/** All, to be put into an index that is made anew. */
export const readAllCorrections = (connection: Connection): readonly Correction[] =>
  connection.all<CorrectionRow>("SELECT * FROM correction ORDER BY at, id").map(toCorrection);

const toCorrection = (row: CorrectionRow): Correction => ({
  id: row.id,
  at: row.at,
  by: row.signed_by,
  reason: row.reason,
  change: JSON.parse(row.change),
  before: JSON.parse(row.before),
  undone: row.undone_at === null ? null : { at: row.undone_at, by: row.undone_by ?? "" },
});
