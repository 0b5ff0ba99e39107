import type { Query } from "../cluster/cluster.ts";
import type { Indices } from "../indices.ts";
import type { CorrectionDocument } from "./correction-document.ts";

/** Those that stand and meet a condition, in no order that says anything. */
export async function standingCorrections(indices: Indices, condition: Query): Promise<readonly CorrectionDocument[]> {
  const found: CorrectionDocument[] = [];
  const query = { bool: { filter: [{ term: { isStanding: true } }, condition] } };
  for await (const { _source } of indices.all<CorrectionDocument>("corrections", { query, sort: [{ id: "asc" }] })) {
    found.push(_source);
  }
  return found;
}

/** Those that stand and are of people, and not of an article's words. */
export const standingOfPeople = (indices: Indices): Promise<readonly CorrectionDocument[]> =>
  standingCorrections(indices, { bool: { must_not: [{ exists: { field: "articleId" } }] } });
