import { type Correction, inOrderOfTime } from "../../../model/correction.ts";
import { byIds } from "../../by-ids.ts";
import type { Page, PageRequest } from "../../quote-store.ts";
import { entityIdOfEach } from "../entities.ts";
import type { Indices } from "../indices.ts";
import { readPage, type SortedList } from "../sorted-page.ts";
import type { CorrectionDocument } from "./correction-document.ts";
import { standingCorrections, standingOfPeople } from "./standing-corrections.ts";

const LATEST_FIRST: SortedList = {
  name: "corrections",
  kind: "corrections",
  sort: [{ at: "desc" }, { id: "asc" }],
  source: ["correction"],
};

type Read = Pick<CorrectionDocument, "correction">;

export async function readCorrections(
  indices: Indices,
  ids: readonly string[],
): Promise<readonly (Correction | null)[]> {
  const read = await indices.get<Read>("corrections", ids, ["correction"]);
  return byIds(
    ids,
    [...read],
    ([id]) => id,
    ([, { correction }]) => correction,
  );
}

export const listCorrections = (indices: Indices, page: PageRequest): Promise<Page<Correction>> =>
  readPage(indices, LATEST_FIRST, { match_all: {} }, page, ({ correction }: Read) => correction);

/** For each id of a quote or an entity, be it an earlier one, those that stand, the latest first. */
export async function readCorrectionsOf(
  indices: Indices,
  ids: readonly string[],
): Promise<readonly (readonly Correction[])[]> {
  const direct = await standingCorrections(indices, { terms: { subjects: ids } });
  const ofPeople = await standingOfPeople(indices);
  const entityOf = await entitiesOf(indices, ofPeople.length === 0 ? [] : ids, ofPeople);
  return ids.map((id) => {
    const entityId = entityOf.get(id) ?? null;
    const isOfEntity = ({ subjects }: CorrectionDocument) =>
      entityId !== null && subjects.some((subject) => entityOf.get(subject) === entityId);
    const meant = [...direct.filter(({ subjects }) => subjects.includes(id)), ...ofPeople.filter(isOfEntity)];
    return latestFirst(new Map(meant.map(({ correction }) => [correction.id, correction])).values());
  });
}

/** By the ids that are asked for, and those that corrections of people are about, the ids of the entities that they stand for. */
async function entitiesOf(
  indices: Indices,
  ids: readonly string[],
  ofPeople: readonly CorrectionDocument[],
): Promise<ReadonlyMap<string, string | null>> {
  const all = [...new Set([...ids, ...ofPeople.flatMap(({ subjects }) => subjects)])];
  const entityIds = await entityIdOfEach(indices, all);
  return new Map(all.map((id, i) => [id, entityIds[i] ?? null]));
}

const latestFirst = (corrections: Iterable<Correction>): readonly Correction[] =>
  [...corrections].sort((a, b) => inOrderOfTime(b, a));
